import { MachineError } from '../errors.ts'

/** A file of this package that is not there, or is not what it was. */
export function unusable(name: string, { message }: Error): MachineError {
  const [why] = message.split('\n')
  return new MachineError(
    `the checker's own file dist/${name} cannot be used (${why})`,
    'Install mlp-check again, then run: mlp-check doctor',
  )
}
