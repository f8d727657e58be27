/** The part of Framework's standard library that pages use. */
declare module "observablehq:stdlib" {
  export function FileAttachment(name: string): {json(): Promise<unknown>};
}
