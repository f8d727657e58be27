/**
 * A mistake the user can mend: bad settings, bad input, a full disk. The command line prints its message alone, in
 * one or a few plain lines without a stack, and exits with 1. Anything else that is thrown is a bug of ours.
 */
export class UserError extends Error {
  override name = "UserError";
}
