import { describe, expect, it } from 'vitest'
import { changesText } from '../../../src/batch/compare/changes-text.ts'
import { summaryText } from '../../../src/batch/summary.ts'
import { runOf } from './run-of.ts'

const student = {
  key: 'j',
  name: 'Jane Doe',
  id: null,
  email: null,
  readings: [
    { kind: 'people' as const, members: [[{ kind: 'folder' as const, value: 'Jane Doe' }]] },
  ],
}
const run = runOf([{ by: 'Ann Lee', earned: 1000 }, { by: 'Mallet' }], {
  sheet: 'Name,ID,HW1\nJane Doe,1,\nBob Ray,2,\nBob Ray,3,\nAnn Lee,4,\n',
  columns: ['ex1=HW1'],
  ignored: [{ file: 'j/hw.rar', reason: 'not a TypeScript file', student }],
})
const facts = { ...run, alike: 2, seconds: 2 }

describe('what is told after a run', () => {
  it('names people by what tells them apart', () => {
    const text = summaryText(facts)
    expect(text).toContain('  missing     Bob Ray (2): ex1\n  missing     Bob Ray (3): ex1\n')
    expect(text).toContain('  set aside   Jane Doe (1), ex1: j/hw.rar: not a TypeScript file\n')
    expect(text).toContain(
      '  doubtful    Mallet/ex1.ts (Mallet, ex1): nobody on the list is Mallet\n',
    )
    expect(text).toContain('ex1: 2 submissions, 1 passed, 1 failed, mean 7.13 of 10 points\n')
    expect(text).toContain('likeness: 2 groups of answers are alike;')
  })

  it('has a Chinese sentence for each English one', () => {
    const [english, chinese] = [summaryText(facts), summaryText(facts, 'zh-CN')].map((text) =>
      text.split('\n'),
    )
    expect(chinese).toHaveLength(english?.length ?? 0)
    const same = chinese?.filter((line, at) => line !== '' && line === english?.[at])
    expect(same).toEqual([])
    expect(chinese).toContain('  未提交      Bob Ray (2)：ex1')
  })

  it('says what changed in both languages', () => {
    const changes = {
      changes: [
        {
          person: 'Ann Lee (4)',
          exercise: 'ex1',
          before: null,
          after: { state: 'passed' as const, score: 100, maxScore: 1000 },
          because: ['override' as const, 'rule' as const],
        },
      ],
      same: 1,
      doubts: { before: 1, after: 0 },
    }
    expect(changesText(changes)).toBe(
      "Ann Lee (4), ex1: nothing → passed 1 of 10 points (a human decided; the course's rules changed)\n" +
        'hand-ins in doubt: 1 before, 0 now\n' +
        '1 grade changed; 1 person has the same grades\n',
    )
    expect(changesText(changes, 'zh-CN')).toBe(
      'Ann Lee (4)，ex1：无 → 通过，1/10 分（由人工决定；课程规则有改动）\n' +
        '存疑的提交：之前 1 份，现在 0 份\n' +
        '1 个成绩有变化；1 人的成绩不变\n',
    )
  })
})
