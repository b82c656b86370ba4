import { LISTED, type Shell } from "./options.js";

/** A script that lets the shell complete the command's options. */
export function completions(shell: Shell): string {
  return { bash, fish, zsh }[shell]();
}

function bash(): string {
  const cases = LISTED.filter(({ value }) => value !== undefined).map(({ name, of }) => {
    if (of !== undefined)
      return `    --${name}) COMPREPLY=($(compgen -W "${of.join(" ")}" -- "$word")); return ;;`;
    return name === "out"
      ? `    --${name}) COMPREPLY=($(compgen -d -- "$word")); return ;;`
      : `    --${name}) return ;;`;
  });
  return `# dehusk --completions bash > /etc/bash_completion.d/dehusk
_dehusk() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  case "\${COMP_WORDS[COMP_CWORD-1]}" in
${cases.join("\n")}
  esac
  if [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "${LISTED.map(({ name }) => `--${name}`).join(" ")}" -- "$word"))
  fi
}
complete -o default -F _dehusk dehusk
`;
}

function fish(): string {
  const lines = LISTED.map(({ name, short, value, of, about }) => {
    const takes = value === undefined ? "" : of === undefined ? " -r" : ` -x -a '${of.join(" ")}'`;
    return `complete -c dehusk -l ${name}${short === undefined ? "" : ` -s ${short}`}${takes} -d '${quoted(about)}'`;
  });
  return `# dehusk --completions fish > ~/.config/fish/completions/dehusk.fish\n${lines.join("\n")}\n`;
}

function zsh(): string {
  const lines = LISTED.map(({ name, value, of, about }) => {
    const values = of === undefined ? (name === "out" ? "_files -/" : " ") : `(${of.join(" ")})`;
    return `  '--${name}[${quoted(about)}]${value === undefined ? "" : `:${value}:${values}`}' \\`;
  });
  return `#compdef dehusk
# dehusk --completions zsh > a folder of $fpath, as _dehusk
_arguments \\
${lines.join("\n")}
  '*:page:_files'
`;
}

/** Text inside single quotes of a shell; brackets and colons would end zsh's descriptions. */
function quoted(text: string): string {
  return text.replaceAll("'", "’").replaceAll(":", " –");
}
