import { attributes, type Html, html } from '../../html.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

type Look = {
  readonly text: string;
  readonly variant?: ButtonVariant;
  /** A key that does the same during review (`data-shortcut`, see `assets/app.js`); printed in the button so that it can be learnt. */
  readonly shortcut?: string;
  /** What the button acts on, for those who hear the buttons one after the other: "Bekräfta" + "uppdrag 7". */
  readonly about?: string;
};

/** A button that sends its form. `name` and `value` say which of several buttons was pressed. */
export function button(
  options: Look & {
    readonly name?: string;
    readonly value?: string;
    readonly formaction?: string;
    readonly form?: string;
  },
): Html {
  const { name, value, formaction, form } = options;
  return html`<button${attributes({ ...look(options), type: 'submit', name, value, formaction, form })}>${label(options)}</button>`;
}

/** A link that looks like a button, for the one next thing to do on a page. Links go somewhere, buttons change something. */
export function linkButton(options: Look & { readonly href: string }): Html {
  return html`<a${attributes({ ...look(options), href: options.href })}>${label(options)}</a>`;
}

function look({ variant = 'primary', shortcut }: Look): Record<string, string | undefined> {
  const digdir = { primary: 'primary', danger: 'primary', secondary: 'secondary', quiet: 'tertiary' } as const;
  return {
    class: 'ds-button',
    'data-variant': digdir[variant],
    'data-color': variant === 'danger' ? 'danger' : undefined,
    'data-shortcut': shortcut,
    'aria-keyshortcuts': shortcut,
  };
}

function label({ text, about, shortcut }: Look): Html {
  return html`<span>${text}${about ? html`<span class="sr-only"> ${about}</span>` : null}</span>${shortcut ? html` <kbd aria-hidden="true">${shortcut.toUpperCase()}</kbd>` : null}`;
}
