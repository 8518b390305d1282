/**
 * What script adds to the page on which a section of a form is answered: what is filled in saves itself a moment after the last change, follow-up
 * questions come and go as the answers do, and soft limits are told while one writes. The whole form is sent as the button would send it, and the
 * versions of the answer page are taken over, so that saving again is never a conflict with oneself. Without this file the button does it all.
 */
const form = document.querySelector('form[data-answers]');
const status = document.querySelector('[data-autosave-status]');
const pause = 2_000;
let timer;
let saving = false;
// A form that is only tried is never saved.
let stopped = form?.dataset.answers === 'preview';

if (form) {
  form.addEventListener('input', changed);
  form.addEventListener('submit', () => {
    stopped = true;
    clearTimeout(timer);
  });
  showAsked();
}

function changed({ target }) {
  keepExclusive(target);
  showAsked();
  if (stopped) return;
  clearTimeout(timer);
  timer = setTimeout(save, pause);
}

async function save() {
  if (saving || stopped) return;
  saving = true;
  status.textContent = form.dataset.saving;
  const sent = body();
  const answer = await fetch(form.action, { method: 'POST', body: sent }).catch(() => undefined);
  saving = false;
  // Without a connection nothing is lost: what was filled in stands in the form, and the next change tries again.
  if (answer === undefined) {
    status.textContent = '';
    return;
  }
  if (stopped) return;
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('form[data-answers]');
  if (!answer.ok || next === null) {
    stopped = true;
    status.textContent = form.dataset.stopped;
    return;
  }
  for (const hidden of form.querySelectorAll('input[type="hidden"]')) {
    const fresh = next.querySelector(`input[type="hidden"][name="${CSS.escape(hidden.name)}"]`);
    if (fresh) hidden.value = fresh.value;
  }
  for (const notes of form.querySelectorAll('[data-question] > .question-body > .question-notes[id]')) {
    const fresh = next.querySelector(`#${CSS.escape(notes.id)}`);
    if (fresh) notes.replaceChildren(...fresh.childNodes);
    if (fresh) notes.hidden = fresh.hidden;
  }
  if (filled(body()) === filled(sent)) {
    status.textContent = form.dataset.saved;
    delete document.body.dataset.unsaved;
  } else timer = setTimeout(save, pause);
}

function body() {
  return new URLSearchParams(new FormData(form));
}

/** What a person filled in, without the versions and keys that change with each save. */
function filled(sent) {
  return [...sent].filter(([name]) => /^answers\./.test(name) && !name.endsWith('.version')).join('\n');
}

/** A question stands hidden with its answer until its condition holds; a question that is not asked decides nothing. */
function showAsked() {
  const known = new Map();
  const questions = [...form.querySelectorAll('[data-question]')];
  const isAsked = (code) => {
    if (known.has(code)) return known.get(code);
    known.set(code, false);
    const article = questions.find(({ dataset }) => dataset.question === code);
    const condition = JSON.parse(article?.dataset.condition ?? 'null');
    const holds = (term) => term.holds ?? (isAsked(term.question) && isChosen(term));
    const asked = condition === null || (condition.when === 'all' ? condition.terms.every(holds) : condition.terms.some(holds));
    known.set(code, asked);
    return asked;
  };
  for (const article of questions) article.hidden = !isAsked(article.dataset.question);
}

function isChosen({ question, row, option }) {
  const base = `answers.q${segment(question)}.`;
  const name = row === null ? `${base}value` : `${base}rows.r${segment(row)}.option`;
  return [...form.querySelectorAll(`input[name="${CSS.escape(name)}"]:checked`)].some(({ value }) => value === option);
}

/** A code as it stands in the names of fields (`answer-names.ts`). */
function segment(code) {
  return encodeURIComponent(code).replaceAll('.', '%2E');
}

/** An answer that cannot stand beside others unticks them, and is unticked by them. */
function keepExclusive(target) {
  const group = target.type === 'checkbox' && target.checked && target.closest('[data-exclusive]');
  if (!group) return;
  const exclusive = JSON.parse(group.dataset.exclusive);
  for (const box of group.querySelectorAll('input[type="checkbox"]'))
    if (box !== target && (exclusive.includes(target.value) || exclusive.includes(box.value))) box.checked = false;
}
