/** What a running preview tells Framework's process: why no newer data is shown; without it all is well. */
export interface ProblemMessage {
  problem?: string;
}

/** The variable in which the frame of each page finds it. */
export const problemVariable = "GUANXI_PROBLEM";

/** Keeps what the process that started this one says in the variable. */
export function hearProblems(): void {
  process.on("message", ({problem}: ProblemMessage) => {
    if (problem === undefined) delete process.env[problemVariable];
    else process.env[problemVariable] = problem;
  });
}
