/** Whether an error, or a plain record of one from another process, says that a disk or a quota is used up. */
export function diskFull(error: unknown): boolean {
  const code = (error as {code?: unknown} | null)?.code;
  return code === "ENOSPC" || code === "EDQUOT";
}
