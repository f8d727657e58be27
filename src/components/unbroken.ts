/** Whether a name or an id has more letters than fit beside other columns, with nothing between them to break at. */
export function isUnbroken(text: string): boolean {
  return /[^\s\p{Script=Han}]{41}/u.test(text);
}
