import { part } from './part.ts'
import { number, quantity, type Values } from './words.ts'

/** What the commands say around the reports, in English. */
export const enCommands = part(() => ({
  'about.what': () =>
    'mlp-check judges answers to the exercises of the chapter on multilayer perceptrons: write a few small TypeScript functions, and it tells whether they are right, and why not.',
  'about.init': () => 'begin: makes a folder with starters and statements',
  'about.list': () => 'shows all exercises',
  'about.check': () => 'judges one file',
  'about.help': () => 'shows what else there is',
  'init.created': (v: Values) => `Created ${quantity(v.count, 'file')} in ${v.folder}`,
  'init.starters': () => 'starters to fill in',
  'init.statements': () => 'what each exercise asks',
  'init.config': () => 'settings, and help for your editor',
  'init.editor': () => 'a task that shows in your editor what is wrong, as you save',
  'init.workflow': () => 'a workflow that judges what you have begun on every push',
  'init.move': (v: Values) =>
    `No Git repository lies around it. It is read at the root of one only: move ${v.path} there.`,
  'init.kept': (v: Values) =>
    `Left ${quantity(v.count, 'file')} as ${v.count === 1 ? 'it was' : 'they were'}: ${v.files} (--force replaces)`,
  'init.work-left-out': (v: Values) =>
    `Left out ${quantity(v.count, 'answer')} to exercises that are not here: ${v.ids}`,
  'init.next': () => 'Next:',
  'progress.heading': (v: Values) =>
    `${number(v.passed)} of ${quantity(v.total, 'exercise')} passed`,
  'progress.passed': () => 'passed',
  'progress.failed': (v: Values) => `not yet, after ${quantity(v.attempts, 'attempt')}`,
  'progress.changed': () => 'changed since it was judged',
  'progress.begun': () => 'begun, not judged yet',
  'progress.untouched': () => 'not begun',
  'list.added': () => 'added',
  'list.removed': () => 'removed',
  'list.changed': (v: Values) =>
    ['changed', ...(v.what ? [(v.what as readonly string[]).join('; ')] : [])].join(': '),
  'list.points': (v: Values) => `${v.points} points`,
  'progress.next': (v: Values) => `Next: ${v.id}, ${v.title}`,
  'progress.read': () => 'read',
  'progress.write': () => 'write',
  'progress.check': () => 'check',
  'progress.hint': () => 'stuck?',
  'progress.done': () => 'All exercises have passed. Well done!',
  'progress.no-workspace': () => 'this is no mlp-check workspace',
  'progress.how-to-begin': () => 'try: mlp-check init, or mlp-check ex1 to judge one file',
  'pack.faulty': (v: Values) =>
    `The exercise ${v.exercise} of ${v.folder} cannot be used, and is left out:`,
  'trust.pack': (v: Values) =>
    `Exercises: ${v.exercises}, as ${v.config} says (--exercises builtin takes the built-in ones)`,
  'trust.unread': (v: Values) =>
    `${v.config} chooses no exercises here: the built-in ones are used (--exercises names others)`,
  'trust.no-workspace': () => 'where CI is set, no workspace is read: this command works outside',
  'state.linked': (v: Values) => `${v.file} lies behind a link: nothing is remembered in it`,
  'state.unwritable': (v: Values) =>
    `${v.file} cannot be written (${v.code}): nothing is remembered in it`,
  'hint.heading': (v: Values) => `${v.id}, hint ${number(v.number)} of ${number(v.of)}`,
  'hint.more': (v: Values) => `${number(v.left)} more: ${v.command}`,
  'hint.last': () => 'That was the last hint. mlp-check show prints the statement once more.',
  'hint.none': (v: Values) => `${v.id} has no hints.`,
  'reset.done': (v: Values) => `${v.file} is the starter again; your answer is kept in ${v.backup}`,
  'reset.fresh': (v: Values) => `${v.file} is the starter already`,
  'reset.created': (v: Values) => `${v.file} is there again`,
  'watch.keys': () => 'n next · h hint · p plot · q quit',
  'watch.waiting': (v: Values) => `Watching. Save ${v.file} to have it judged.`,
  'watch.judging': (v: Values) => `Judging ${v.file}`,
  'watch.saved': (v: Values) => `${v.file} was saved`,
  'watch.passed': (v: Values) => `${v.id} has passed. n goes on to ${v.next}.`,
  'watch.passed-plain': (v: Values) => `${v.id} has passed. Next: ${v.next}.`,
  'solution.yours': (v: Values) => `Yours, ${v.file}`,
  'solution.model': () => 'The model answer',
  'solution.also': (v: Values) => `Also right, ${v.name}`,
  'solution.ci': () => 'where CI is set, no right answers are shown',
  'solution.kept': (v: Values) => `whoever wrote ${v.id} keeps its right answers back`,
  'solution.none': (v: Values) => `no right answers come with ${v.id}`,
  'solution.not-yet': (v: Values) => `your answer to ${v.id} has not passed in this workspace`,
  'solution.how': (v: Values) =>
    `mlp-check ${v.id} judges it, mlp-check hint ${v.id} helps; --spoil shows them all the same`,
  'solution.teaches': (v: Values) => `${v.title}: ${v.teaches}`,
  'doctor.backend': () => 'backend',
  'doctor.types': () => 'types',
  'doctor.cache': () => 'cache',
  'doctor.exercises': () => 'exercises',
  'doctor.judging': () => 'judging',
  'doctor.pack': (v: Values) => `${number(v.count)} in ${v.folder}`,
  'doctor.compiler': (v: Values) => `TypeScript ${v.version}, ${v.path}`,
  'plot.student': () => 'yours',
  'plot.reference': () => 'reference',
  'plot.error': () => 'yours − reference',
  'plot.error-of': (v: Values) => `error of ${v.title}`,
  'plot.tolerance': () => 'tolerance',
  'plot.kink': () => 'kink',
  'plot.counterexample': () => 'counterexample',
  'plot.counterexample-at': (v: Values) => `counterexample: ${v.place}`,
  'plot.description': (v: Values) => `${v.title}: yours, reference`,
  'plot.outside': (v: Values) =>
    `${quantity(v.count, 'value')} ${v.count === 1 ? 'lies' : 'lie'} outside the frame`,
  'plot.nothing': () => 'no finite values here',
  'plot.mark': (v: Values) =>
    `${v.variable} = ${number(v.x)}, yours ${number(v.got)}, expected ${number(v.expected)}`,
  'plot.right': (v: Values) =>
    `${v.function} agrees with the reference at all ${quantity(v.tested, 'point')} drawn.`,
  'plot.wrong': (v: Values) =>
    `${v.function} leaves the reference at ${number(v.failed)} of ${quantity(v.tested, 'point')} drawn, by up to ${number(v.largest)}.`,
  'plot.not-finite': (v: Values) =>
    `${v.function} is no finite number at ${number(v.failed)} of ${quantity(v.tested, 'point')} drawn.`,
  'plot.unbegun': (v: Values) => `${v.function} is not begun yet: only the reference is drawn.`,
  'plot.missing': (v: Values) =>
    `${v.function} is not among the exports of your file: only the reference is drawn.`,
  'plot.sentences': (v: Values) => (v.sentences as readonly string[]).join(' '),
  'plot.written': (v: Values) => `wrote ${v.file}`,
}))
