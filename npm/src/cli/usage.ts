import { LISTED, STATUSES } from "./options.js";

/** Width of the column of options. */
const COLUMN = 22;

/** What `--help` prints. */
export function usage(): string {
  const options = LISTED.map(({ name, short, value, about }) => {
    const left = `${short === undefined ? "" : `-${short}, `}--${name}${value === undefined ? "" : ` ${value}`}`;
    return `  ${left.padEnd(COLUMN)}${about}`;
  });
  // In the order of their declaration; numeric keys would be sorted.
  const statuses = [0, 3, 2].map((status) => `${status} ${STATUSES[status as keyof typeof STATUSES]}`);
  return `Usage: dehusk FILE… [options]      (- is standard input)

${options.join("\n")}

Exit status: ${statuses.join(", ")}.
`;
}
