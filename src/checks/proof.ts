import { printCondition, printFormula } from '../formula/print.ts'
import { render, say } from '../messages/render.ts'
import type { Decision } from '../prover/decision.ts'
import { defaultTolerance } from '../reference/tolerance.ts'
import type { Json, Message, ProofFinding } from '../report/report.ts'
import { type CheckContext, defineCheck, type Outcome, type Proof } from './define-check.ts'
import { inputsAt } from './evidence.ts'
import { smallestPoint } from './smallest.ts'
import { asValue, whyNotFollowed } from './why-not-followed.ts'
import { type WitnessPoint, witnessPoint } from './witness-point.ts'

/** Evidence first: what the numbers decide is never overruled by a proof that could not be found. */
export const proof = defineCheck({
  kind: 'proof',
  summary: "Proves the submission's formula equal to the reference everywhere, or refutes it.",
  scope: 'function',
  needs: 'formula',
  echoes: true,
  options: (zod) => zod.strictObject({}),
  run: async (context): Promise<Outcome> => {
    const found = context.proof(context.function.name)
    if (found.kind === 'undecided') {
      const { verdict } = found
      return undecided(context, verdict, asValue(whyNotFollowed(found)))
    }
    const { decision } = found
    return decision.verdict === 'unknown' || decision.verdict === 'refused'
      ? undecided(context, decision.verdict, decision.why)
      : decided(context, { ...found, decision })
  },
})

interface Decided extends Extract<Proof, { kind: 'decided' }> {
  readonly decision: Exclude<Decision, { verdict: 'refused' | 'unknown' }>
}

const NO_POINTS = { tested: 0, failed: 0 }

/** Costs nothing: whoever is right at every point keeps the points of a proof that was not found. */
async function undecided(
  context: CheckContext,
  verdict: 'refused' | 'unknown',
  why: Json,
): Promise<Outcome> {
  const says = say(`proof.${verdict}`, { why })
  const share = (await context.wrongAt(context.function.name)).length === 0 ? 1 : 0
  const evidence = [{ kind: 'proof' as const, verdict, text: render(says) }]
  return { status: 'skipped', says, points: NO_POINTS, share, evidence }
}

async function decided(context: CheckContext, found: Decided): Promise<Outcome> {
  const { decision } = found
  const where = await whereWrong(context, found)
  const says =
    where === undefined
      ? agreement(context, await onlyWhatCounts(context, found))
      : say('proof.different', { where })
  const finding: ProofFinding = {
    kind: 'proof',
    verdict: decision.verdict,
    text: render(says),
    formula: printFormula(found.formula),
    reference: printFormula(found.reference),
    ...(decision.verdict === 'different' && { witness: decision.witness }),
    ...('within' in decision && decision.within !== undefined && { within: decision.within }),
  }
  return {
    ...(where === undefined
      ? { status: 'passed' }
      : { status: 'failed', cause: 'wrong-answer' as const }),
    says,
    points: NO_POINTS,
    evidence: [finding],
  }
}

/**
 * A point at which the formulas differ and the numbers are wrong: exact where the proof found it,
 * else a sample point; undefined where no number is wrong.
 */
async function whereWrong(context: CheckContext, found: Decided): Promise<string | undefined> {
  const { decision } = found
  const question = { function: context.function, tolerance: defaultTolerance }
  const point = await witnessPoint(context, found, question)
  if (point) return decision.verdict === 'different' ? exactly(decision.witness) : at(point)
  const wrong = await context.wrongAt(context.function.name)
  if (decision.verdict !== 'different' || wrong.length === 0) return undefined
  const table = await context.reference(context.function.name)
  return at({ table, index: smallestPoint(table, wrong) })
}

/** Without a place outside of the domain at which the numbers are right within the tolerance all the same. */
async function onlyWhatCounts(context: CheckContext, found: Decided): Promise<Decided> {
  const { decision } = found
  if (decision.verdict !== 'equal-on-domain' || decision.outside === undefined) return found
  const { outside, ...inside } = decision
  const apart = { verdict: 'domain', where: '', witness: outside } as const
  const question = { function: context.function, tolerance: defaultTolerance }
  const point = await witnessPoint(context, { ...found, decision: apart }, question)
  return point ? found : { ...found, decision: inside }
}

function at({ table, index }: Pick<WitnessPoint, 'table' | 'index'>): string {
  return inWords(inputsAt(table, index))
}

function exactly(witness: { readonly [variable: string]: string }): string {
  return inWords(witness) || 'every point'
}

function inWords(point: { readonly [variable: string]: string | number }): string {
  return Object.entries(point)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ')
}

/** What a proof says of a function whose numbers are all right. */
function agreement(context: CheckContext, { decision, domain }: Decided): Message {
  const { read = [] } = decision
  const assume = domain.assume.map(printCondition)
  switch (decision.verdict) {
    case 'equal':
      return say('proof.equal', { variables: context.function.arguments, assume, read })
    case 'equal-on-domain': {
      const { within, finite = [], outside } = decision
      const place = outside && { outside: exactly(outside) }
      return say('proof.equal-on-domain', { within, assume, finite, read, ...place })
    }
    case 'equal-up-to-rounding': {
      const { within = '', because = '' } = decision
      // Any other difference is small enough to pass, which rounding alone need not explain.
      return because === 'float32'
        ? say('proof.equal-up-to-rounding', {
            within,
            because: asValue(say('proof.float32')),
            assume,
            read,
          })
        : say('proof.equal-within-tolerance', { within, because, assume, read })
    }
    case 'null-set':
    case 'domain': {
      const { where, within = '' } = decision
      return say(`proof.${decision.verdict}`, { where, within })
    }
    case 'different':
      return say('proof.not-seen', { where: exactly(decision.witness) })
  }
}
