/** The files of a new exercise: about x³, small enough to be replaced line by line. */
export interface Scaffold {
  readonly path: string
  readonly text: string
}

/** Paths are relative to the folder that holds `exercises` and `solutions`. */
export function scaffoldFiles(folder: string): readonly Scaffold[] {
  const exercise = `exercises/${folder}`
  const solutions = `solutions/${folder}`
  return [
    { path: `${exercise}/exercise.yaml`, text: spec(folder) },
    { path: `${exercise}/README.md`, text: statement(folder) },
    { path: `${exercise}/starter.ts`, text: STARTER },
    { path: `${solutions}/solution.ts`, text: SOLUTION },
    { path: `${solutions}/also-right/power.ts`, text: POWER },
    { path: `${solutions}/also-right/object.ts`, text: OBJECT },
    { path: `${solutions}/mistakes/power-rule.ts`, text: MISTAKE },
  ]
}

/** Editors find the schema beside the folders of exercises, whoever opens them and wherever. */
export const SCHEMA_FILE = 'exercise.schema.json'

const spec = (folder: string) => `# yaml-language-server: $schema=../${SCHEMA_FILE}
id: ${folder}
title: The derivative of the cube
source: where the question comes from
domain: [-20, 20]
functions:
  cube:
    signature: '(x: number) => number'
    summary: the cube of x
    formula: 'x ** 3'
  dcube:
    signature: '(x: number) => number'
    summary: the derivative of the cube at x
    derivative: { of: cube, in: x }
checks:
  - { kind: value, function: cube, points: 2 }
  - { kind: derivative, function: dcube, points: 3 }
mistakes:
  - note: power-rule
    function: dcube
    title: the exponent does not come down
    hint: What is the slope of the cube at x = 1? Compare it with yours.
    formula: 'x ** 2'
solutions:
  teaches:
    solution: the power rule in one line
    also-right/object: an object of functions counts as exports
    also-right/power: Math.pow(x, 3) is x ** 3
hints:
  - Which rule differentiates a power?
  - The exponent becomes a factor, and is then one smaller.
  - The factor is 3, and the new exponent is 2.
`

const statement = (folder: string) => `# ${folder}: The derivative of the cube

    cube(x) = x^3

Write the function and its derivative.

## Write

\`\`\`ts
export function cube(x: number): number
export function dcube(x: number): number // the derivative at x
\`\`\`

## Example

    cube(2)      8
    dcube(1)     3

## How it is judged

| check | points |
|---|---|
| \`cube\` has the right value everywhere on [-20, 20] | 2 |
| \`dcube\` is the derivative everywhere on [-20, 20] | 3 |
`

const STARTER = `/** The cube of x. */
export function cube(x: number): number {
  // Your answer here.
  return Number.NaN
}

/** The derivative of the cube at x. */
export function dcube(x: number): number {
  // Your answer here.
  return Number.NaN
}
`

const SOLUTION = `export function cube(x: number): number {
  return x ** 3
}

export function dcube(x: number): number {
  return 3 * x ** 2
}
`

const POWER = `export const cube = (x: number): number => Math.pow(x, 3)
export const dcube = (x: number): number => 3 * Math.pow(x, 2)
`

const OBJECT = `export default {
  cube: (x: number): number => x * x * x,
  dcube(x: number): number {
    const square = x * x
    return square + square + square
  },
}
`

const MISTAKE = `export function cube(x: number): number {
  return x * x * x
}

export function dcube(x: number): number {
  return x * x
}
`
