/** What can be completed: commands with their summaries and long options, and the exercises. */
export interface Vocabulary {
  readonly commands: readonly CommandWords[]
  readonly exercises: readonly string[]
}

interface CommandWords {
  readonly name: string
  readonly summary: string
  readonly options: readonly { readonly flag: string; readonly summary: string }[]
}

/** The registry of shells. */
export const completionScripts = { bash, zsh, fish } as const

export type Shell = keyof typeof completionScripts

function bash({ commands, exercises }: Vocabulary): string {
  const cases = commands.map(
    ({ name, options }) => `    ${name}) words='${options.map(({ flag }) => flag).join(' ')}' ;;`,
  )
  const first = [...commands.map(({ name }) => name), ...exercises].join(' ')
  return `# eval "$(mlp-check completion bash)"
_mlp_check() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words=''
  if [[ $COMP_CWORD -eq 1 && $word != -* ]]; then
    COMPREPLY=($(compgen -W '${first}' -- "$word") $(compgen -f -- "$word"))
    return
  fi
  if [[ $word != -* ]]; then
    COMPREPLY=($(compgen -W '${exercises.join(' ')}' -- "$word") $(compgen -f -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    *) words='${optionsOf(commands, 'check').join(' ')}' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o filenames -F _mlp_check mlp-check
`
}

function zsh({ commands, exercises }: Vocabulary): string {
  const described = commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`)
  const cases = commands.map(({ name, options }) => {
    const rows = options.map(({ flag, summary }) => `'${flag}[${bracketed(summary)}]'`)
    return `    ${name}) _arguments ${rows.join(' ')} '*:exercise or file:_mlp_check_words' ;;`
  })
  return `#compdef mlp-check
# eval "$(mlp-check completion zsh)"
_mlp_check_words() {
  compadd -- ${exercises.join(' ')}
  _files
}
_mlp_check() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _mlp_check_words
    return
  fi
  case "$words[2]" in
${cases.join('\n')}
    *) _mlp_check_words ;;
  esac
}
compdef _mlp_check mlp-check
`
}

function fish({ commands, exercises }: Vocabulary): string {
  const start = `__fish_is_nth_token 1`
  const names = commands.map(
    ({ name, summary }) => `complete -c mlp-check -n '${start}' -a ${name} -d '${quoted(summary)}'`,
  )
  const options = commands.flatMap(({ name, options }) =>
    options.map(
      ({ flag, summary }) =>
        `complete -c mlp-check -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)} -d '${quoted(summary)}'`,
    ),
  )
  return `# mlp-check completion fish | source
complete -c mlp-check -a '${exercises.join(' ')}'
${[...names, ...options].join('\n')}
`
}

function optionsOf(commands: readonly CommandWords[], name: string): readonly string[] {
  return (commands.find((command) => command.name === name)?.options ?? []).map(({ flag }) => flag)
}

/** Inside single quotes of a shell. */
function quoted(text: string): string {
  return text.replaceAll("'", '’')
}

/** Inside the brackets of zsh’s `_arguments`. */
function bracketed(text: string): string {
  return quoted(text).replace(/[[\]:]/g, ' ')
}
