import { part } from './part.ts'
import { number, quantity, type Values } from './words.ts'

const those = (v: Values, one: string, several: string) => (v.count === 1 ? one : several)
const and = (v: Values) => (Number(v.more) > 0 ? `, and ${number(v.more)} more` : '')

/** What is told of a class that was graded, in English. */
export const enBatch = part(() => ({
  'batch.progress': (v: Values) =>
    `${v.bar} ${v.percentage} | ${v.done} of ${v.of} | ${v.rate} a second | ${v.left} left`,
  'batch.progress-short': (v: Values) => `${v.bar} ${v.percentage} | ${v.done} of ${v.of}`,
  'batch.progress-begun': (v: Values) => `${v.done} of ${v.of} judged`,
  'batch.progress-line': (v: Values) =>
    `${v.done} of ${v.of} judged, ${v.rate} a second, ${v.left} left`,
  'batch.layout': (v: Values) => `${v.input}: layout ${v.layout} (${v.why})`,
  'batch.files': (v: Values) =>
    `${quantity(v.files, 'file')}: ${number(v.judged)} judged, ${number(v.unreadable)} unreadable, ${number(v.ignored)} ignored${v.left ? `, ${number(v.left)} not judged yet` : ''}`,
  'batch.unreadable': () => 'unreadable',
  'batch.ignored': () => 'ignored',
  'batch.missing': () => 'missing',
  'batch.set-aside': () => 'set aside',
  'batch.doubtful': () => 'doubtful',
  'batch.remark': () => 'remark',
  'batch.told': (v: Values) => `${v.what}: ${v.text}`,
  'batch.several': (v: Values) => `${v.names}${and(v)}`,
  'batch.roster': (v: Values) => `${quantity(v.count, 'student')} on the roster`,
  'batch.of-exercise': (v: Values) => `${v.person}, ${v.exercise}`,
  'batch.hand-in': (v: Values) => `${v.file} (${v.person}${v.exercise ? `, ${v.exercise}` : ''})`,
  'batch.may-be': (v: Values) => `${v.why}; may be ${v.people}`,
  'batch.or': () => ' or ',
  'batch.settle': (v: Values) =>
    `${quantity(v.count, 'hand-in')} in doubt: write whose ${those(v, 'it is', 'each is')}, or nobody, into match.csv of --out, and give it back by --match`,
  'batch.late-there': () =>
    'lateness: no points are taken here; the platform takes them, as the course file says',
  'batch.late-here': () =>
    'lateness: points are taken here, as the course file says; let the platform take none',
  'batch.filled': (v: Values) =>
    `${number(v.count)} ${those(v, 'cell of the sheet is', 'cells of the sheet are')} filled in`,
  'batch.exercise': (v: Values) =>
    `${v.exercise}: ${quantity(v.count, 'submission')}, ${number(v.passed)} passed, ${number(v.failed)} failed${v.errored ? `, ${number(v.errored)} could not be judged by a fault that is not theirs` : ''}, mean ${number(v.mean)} of ${quantity(v.most, 'point')}`,
  'batch.alike': (v: Values) =>
    `likeness: ${number(v.count)} ${those(v, 'group of answers is', 'groups of answers are')} alike; gradebook.html lists ${v.unshown ? 'all of them' : 'them'}, likeness/001.html shows the first${v.unshown ? `, and ${number(v.unshown)} of the weakest have no page side by side` : ''}`,
  'batch.rate': (v: Values) =>
    `judged ${number(v.fresh)} in ${v.seconds} s (${v.rate} a second)${v.known ? `; ${number(v.known)} ${v.known === 1 ? 'was' : 'were'} known already` : ''}`,
  'batch.part': (v: Values) => `part ${number(v.index)} of ${number(v.of)} written to ${v.file}`,
  'batch.written': (v: Values) => `written to ${v.folder}`,
  'batch.written-sheet': (v: Values) => `written to ${v.folder}, the sheet as ${v.sheet}`,
  'batch.no-sheet': (v: Values) => `written to ${v.folder}; no sheet: not everything was judged`,
  'sheet.unnamed': (v: Values) => `${v.names}${and(v)}: in the sheet, but not on the roster`,
  'sheet.rowless': (v: Values) =>
    `${v.names}${and(v)}: on the roster and graded, but in no row of the sheet`,
  'sheet.torn': (v: Values) =>
    `${v.names}${and(v)}: left as it was: what the sheet says of who that is fits no one person of the roster; make names and ids of both agree`,
  'sheet.twice': (v: Values) =>
    `${v.names}${and(v)}: left as it was: several rows of the sheet may be one person of the roster`,
  'sheet.locked': (v: Values) =>
    `${v.names}${and(v)}: left as it was: the sheet says that the grade cannot be changed`,
  'sheet.too-much': (v: Values) =>
    `${v.names}${and(v)}: more points than Moodle allows, which it passes over unsaid`,
  'sheet.guessed': (v: Values) =>
    `${v.file} is no Unicode, and was read as ${v.page}: it says "${v.example}"; if that is wrong, name its code page by --encoding, such as big5`,
  'sheet.scaled': (v: Values) =>
    `${v.heading}: the ${quantity(v.worth, 'point')} of ${v.total ? 'the total' : v.exercise} ${v.worth === 1 ? 'is' : 'are'} scaled to the sheet's ${number(v.most)}${v.names ? ` for ${v.names}${and(v)}` : ''}`,
  'ledger.other-answer': (v: Values) =>
    `${v.person}, ${v.exercise}: the answer is not the one that was graded by hand: look again`,
  'ledger.override-of-several': (v: Values) =>
    `${v.overrides} speaks of ${v.person}, ${v.exercise}: ${v.count ? `${number(v.count)} people` : 'nobody'} in the download ${v.count ? 'are' : 'is'} called so; it changes nothing${v.count ? ': name one by an id' : ''}`,
  'ledger.later-commits': (v: Values) =>
    `${v.names}${and(v)}: the commit is dated after the due time, and was judged as it lies there; to judge what stood then, check that out and grade again`,
  'ledger.shared-address': (v: Values) =>
    `${v.address} is the address of ${v.names}: mail.csv has no line for them, since each would read of the other`,
  'ledger.no-such-file': (v: Values) =>
    `${v.matches} speaks of ${v.file}, which is not in the input`,
  'state.passed': () => 'passed',
  'state.failed': () => 'failed',
  'state.errored': () => 'errored',
  'state.set-aside': () => 'set-aside',
  'state.missing': () => 'missing',
  'state.not-judged': () => 'not-judged',
  'state.excused': () => 'excused',
  'compare.submission': () => 'another answer was handed in',
  'compare.exercise': () => 'the exercise changed',
  'compare.rule': () => "the course's rules changed",
  'compare.override': () => 'a human decided',
  'compare.tool': () => 'another build, Node version or backend judged it',
  'compare.seed': () => 'it was judged at other points',
  'compare.match': () => 'it is another hand-in that counts',
  'compare.roster': () => 'the class list changed',
  'compare.nothing': () => 'nothing',
  'compare.grade': (v: Values) => `${v.state} ${number(v.score)} of ${quantity(v.most, 'point')}`,
  'compare.change': (v: Values) =>
    `${v.person}, ${v.exercise}: ${v.before} → ${v.after} (${(v.because as string[]).join('; ')})`,
  'compare.doubts': (v: Values) =>
    `hand-ins in doubt: ${number(v.before)} before, ${number(v.after)} now`,
  'compare.changed': (v: Values) =>
    `${quantity(v.count, 'grade')} changed; ${number(v.same)} ${v.same === 1 ? 'person has' : 'people have'} the same grades`,
}))
