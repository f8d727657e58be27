/** A piece of HTML that is safe to put into a page as it stands. */
export class Html {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand in HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => entities[c]!);
}

type Value = Html | string | number | null | undefined | false | readonly Value[];

function write(value: Value): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(write).join("");
  return escapeHtml(String(value));
}

/** A template tag: values are escaped, unless they are `Html`; lists are joined; null and false write nothing. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(strings.map((s, i) => s + (i < values.length ? write(values[i]) : "")).join(""));
}

const amount = /[¥$€£]?\d[\d,.]*(?:万亿|亿|万)|25-grid/g;

/** A sentence whose amounts, such as "¥168万", stay on one line: a line may otherwise end before any Chinese letter. */
export function unbroken(sentence: string): Html {
  return new Html(escapeHtml(sentence).replace(amount, '<span class="whole">$&</span>'));
}

/** HTML that is already written, such as a drawing's `outerHTML`. */
export function raw(text: string): Html {
  return new Html(text);
}
