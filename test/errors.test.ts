import { expect, it } from 'vitest'
import { MachineError, machineError } from '../src/errors.ts'

/** What V8 throws where so many bytes are not to be had. */
function thrownBy(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}

it.each([
  () => new ArrayBuffer(2 ** 53 - 1),
  () => new Float64Array(new ArrayBuffer(2 ** 52)),
  () => {
    throw new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory')
  },
])('a lack of memory that V8 tells is the machine’s: %s', (run) => {
  const error = machineError(thrownBy(run), 'it could not go on') as MachineError
  expect(error).toBeInstanceOf(MachineError)
  expect(error.message).toMatch(/^it could not go on: there is too little memory \(.+\)$/)
  expect(error.advice).toContain('ulimit -v')
})

it.each([
  () => new Array(-1),
  () => 'a'.repeat(2 ** 30),
  () => {
    throw new Error('Array buffer allocation failed')
  },
])('and no other error is: %s', (run) => {
  const error = thrownBy(run)
  expect(machineError(error, 'it could not go on')).toBe(error)
})
