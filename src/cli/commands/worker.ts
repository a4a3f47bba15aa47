import { connectQueue } from '../../batch/queue/connect.ts'
import { queueName } from '../../batch/queue/queue-job.ts'
import { workQueue } from '../../batch/queue/work-queue.ts'
import { runIdentity } from '../../batch/task-key.ts'
import { UsageError } from '../../errors.ts'
import { createServices } from '../../grading/create-services.ts'
import { referencesHere } from '../../node/references.ts'
import { chosenWorkers } from '../batch-options.ts'
import type { CommandModule } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { gradingOptionsOf, referenceOptionsOf } from '../grading-options.ts'
import { onInterrupt } from '../interruption.ts'
import { sayHere } from '../workspaces.ts'

/** Judges for batches on other machines, as jobs come out of a queue. */
export const run: CommandModule['run'] = async ({ options }, surroundings) => {
  const { stderr } = surroundings
  const say = sayHere(options, surroundings)
  if (typeof options.queue !== 'string') {
    throw new UsageError(
      'which queue?',
      'try: mlp-check worker --queue postgres://user@host/database',
    )
  }
  const workers = chosenWorkers(options, surroundings)
  const idleSeconds = idleTime(options.exitWhenIdle)
  const services = createServices(referencesHere(referenceOptionsOf(options, surroundings)))
  const identity = runIdentity(services.backend(), gradingOptionsOf({}))
  const server = await connectQueue(options.queue)
  const { signal, release } = onInterrupt(stderr, say('finishing the jobs under way'))
  stderr.write(
    `${say(`waiting on ${queueName(identity)}: mlp-check ${identity.version}, V8 ${identity.v8}, ${identity.backend}; only batches with the same are judged here`)}\n`,
  )
  let judged = 0
  const onJob = (submissions: number) => {
    judged += submissions
    stderr.write(`${say(`${judged} judged`)}\n`)
  }
  try {
    await workQueue({ server, identity, services, workers, idleSeconds, signal, onJob })
    return ExitCode.passed
  } finally {
    release()
    await server.close()
  }
}

function idleTime(text: unknown): number | undefined {
  if (text === undefined) return undefined
  const seconds = Number(text)
  if (seconds >= 0) return seconds
  throw new UsageError(`--exit-when-idle takes seconds, not "${text}"`)
}
