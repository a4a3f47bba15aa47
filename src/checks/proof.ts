import { printFormula } from '../formula/print.ts'
import { render, say } from '../messages/render.ts'
import type { Decision } from '../prover/decision.ts'
import { defaultTolerance } from '../reference/tolerance.ts'
import type { Message, ProofFinding } from '../report/report.ts'
import { type CheckContext, defineCheck, type Outcome, type Proof } from './define-check.ts'
import { witnessPoint } from './witness-point.ts'

/** Evidence first: what the numbers decide is never overruled by a proof that could not be found. */
export const proof = defineCheck({
  kind: 'proof',
  summary: "Proves the submission's formula equal to the reference everywhere, or refutes it.",
  scope: 'function',
  options: (zod) => zod.strictObject({}),
  run: async (context): Promise<Outcome> => {
    const found = context.proof(context.function.name)
    return found.kind === 'undecided' || found.decision.verdict === 'unknown'
      ? undecided(context, found)
      : decided(context, found)
  },
})

type Decided = Extract<Proof, { kind: 'decided' }>

const NO_POINTS = { tested: 0, failed: 0 }

/** Costs nothing: whoever is right at every point keeps the points of a proof that was not found. */
async function undecided(context: CheckContext, found: Proof): Promise<Outcome> {
  const says = say('proof.unknown', { why: reasonOf(found) })
  const share = (await isRightAtEveryPoint(context)) ? 1 : 0
  const text = render(says)
  const evidence = [{ kind: 'proof' as const, verdict: 'unknown' as const, text }]
  return { status: 'skipped', says, points: NO_POINTS, share, evidence }
}

function reasonOf(found: Proof): string {
  if (found.kind === 'decided') {
    return found.decision.verdict === 'unknown' ? found.decision.why : ''
  }
  return found.line === undefined ? found.why : `${found.why} at line ${found.line}`
}

async function isRightAtEveryPoint(context: CheckContext): Promise<boolean> {
  return (await context.wrongAt(context.function.name)).length === 0
}

async function decided(context: CheckContext, found: Decided): Promise<Outcome> {
  const point = await witnessPoint(context, found, { tolerance: defaultTolerance })
  const refuted =
    point !== undefined ||
    (found.decision.verdict === 'different' && !(await isRightAtEveryPoint(context)))
  const says = sentence(context, found.decision, refuted)
  const finding: ProofFinding = {
    kind: 'proof',
    verdict: found.decision.verdict,
    text: render(says),
    formula: printFormula(found.formula),
    reference: printFormula(found.reference),
    ...(found.decision.verdict === 'different' && { witness: found.decision.witness }),
  }
  return {
    status: refuted ? 'failed' : 'passed',
    ...(refuted && { cause: 'wrong-answer' as const }),
    says,
    points: NO_POINTS,
    evidence: [finding],
  }
}

function sentence(context: CheckContext, decision: Decision, refuted: boolean): Message {
  switch (decision.verdict) {
    case 'equal':
      return say('proof.equal', { variables: context.function.arguments })
    case 'null-set':
    case 'domain':
      return say(refuted ? 'proof.different' : `proof.${decision.verdict}`, {
        where: decision.where,
      })
    case 'different': {
      const where = Object.entries(decision.witness).map(([name, value]) => `${name} = ${value}`)
      const at = where.length > 0 ? where.join(', ') : 'every point'
      return say(refuted ? 'proof.different' : 'proof.within-tolerance', { where: at })
    }
    case 'unknown':
      return say('proof.unknown', { why: decision.why })
  }
}
