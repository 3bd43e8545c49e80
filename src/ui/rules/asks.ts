/** A field that a form is drawn from; `src/ui` knows no capability, so the shape is its own (contracts fit it). */
export interface Ask {
  readonly name: string;
  readonly title: string;
  readonly type: AskType;
  readonly values: readonly { readonly id: string; readonly title: string; readonly hint: string | null }[];
  readonly required: boolean;
  readonly value?: unknown;
  readonly clause: readonly string[];
}
export type AskType =
  | 'text' | 'tick' | 'yes-no' | 'whole' | 'number' | 'money' | 'instant' | 'date' | 'file' | 'person' | 'people' | 'part'
  | 'one' | 'many' | 'items' | 'lines' | 'bearer' | 'unit' | 'password' | 'how' | 'outcome';

export type Answers = Readonly<Record<string, unknown>>;

/** What a fresh form holds: the value already known, else nothing. An unticked tick is a “no”, any other empty field is unknown. */
export function startingAnswers(asks: readonly Ask[]): Answers {
  const answers: Record<string, unknown> = {};
  for (const ask of asks) {
    if (!isBlank(ask.value)) answers[ask.name] = ask.value;
    else if (ask.type === 'tick') answers[ask.name] = false;
  }
  return answers;
}

/** The names of required fields that are still empty, in the order of the form. */
export function missingNames(asks: readonly Ask[], answers: Answers): readonly string[] {
  return asks.filter((ask) => ask.required && isBlank(answers[ask.name])).map((ask) => ask.name);
}

/** What is sent: only answers to what is asked, empty ones left out (absent means unknown), text without outer blanks. */
export function givenAnswers(asks: readonly Ask[], answers: Answers): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const ask of asks) {
    const answer = answers[ask.name];
    if (isBlank(answer)) continue;
    given[ask.name] = typeof answer === 'string' ? answer.trim() : answer;
  }
  return given;
}

/** The fields of a form: four at most and all required ones stand open, the rest is folded behind “补充”. */
export function foldedAsks(asks: readonly Ask[], open = 4): { readonly shown: readonly Ask[]; readonly folded: readonly Ask[] } {
  const required = asks.filter((ask) => ask.required);
  const room = Math.max(0, open - required.length);
  const optional = asks.filter((ask) => !ask.required).slice(0, room);
  const kept = new Set([...required, ...optional].map((ask) => ask.name));
  return { shown: asks.filter((ask) => kept.has(ask.name)), folded: asks.filter((ask) => !kept.has(ask.name)) };
}

/** Nothing typed, nothing chosen. `false` and 0 are answers. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
