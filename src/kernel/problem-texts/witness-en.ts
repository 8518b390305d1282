/** Problems with witnesses of the log, in English. */
export const witnessProblems = {
  'witness.nameTaken': 'There is a witness of that name already. Choose another name.',
  'witness.address':
    'The address cannot be used. Write the address of the witness with https://, for example https://kansli.example.se/vittne/exempelkommun.',
  'witness.key':
    'The key cannot be read. Copy the whole line from the page “The log” of the other installation, for example kansli-0a1b…+5c6d…+AQ….',
  'witness.self': 'An authority cannot witness its own log. Choose another.',
  'witness.origin':
    'The name of the log cannot be read. Copy it from the page “The log” of the other installation; it begins with kansli/.',
  'witness.originTaken': 'That log is watched already. Remove it first when its key is to be changed.',
} as const;
