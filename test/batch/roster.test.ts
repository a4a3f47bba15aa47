import { describe, expect, it } from 'vitest'
import { attendanceOf, parseRoster, rosterLookup } from '../../src/batch/roster.ts'

const student = (name: string, id: string | null = null) => ({
  key: id ?? name,
  name,
  id,
  email: null,
})

describe('a roster', () => {
  it.each([
    [
      'Canvas',
      'Student,ID,SIS User ID,SIS Login ID,Section\n"Points Possible",,,,\n"Doe, Jane",4242,s1,jdoe,A\n',
    ],
    [
      'Moodle',
      'Identifier,Full name,Email address,Status\nParticipant 4242,Jane Doe,jdoe@x.org,\n',
    ],
    ['plain with semicolons', 'username;name;id\njdoe;Jane Doe;4242\n'],
    ['a Mac of old', 'username;name;id\rjdoe;Jane Doe;4242\r'],
    ['Windows', '\ufeffusername,name,id\r\njdoe,"Jane\r\nDoe",4242\r\n'],
    ['first and last name', 'First Name,Last Name,SID\nJane,Doe,4242\n'],
  ])('of %s finds a student by id and by name in any spelling', (_, text) => {
    const lookup = rosterLookup(parseRoster(text, 'class.csv'))
    for (const found of [student('x', '4242'), student('doejane'), student('Jane Doe')]) {
      expect(lookup(found)?.person).toMatchObject({ name: expect.stringContaining('Jane') })
    }
    expect(lookup(student('somebody'))).toBeUndefined()
  })

  it('does not guess between two of one name', () => {
    const lookup = rosterLookup(parseRoster('name,id\nJane Doe,1\nJane Doe,2\n', 'class.csv'))
    expect(lookup(student('Jane Doe'))).toBeUndefined()
    expect(lookup(student('Jane Doe', '2'))).toMatchObject({ person: { id: '2' }, exact: true })
    const alone = rosterLookup(parseRoster('name,id\nJane Doe,1\n', 'class.csv'))
    expect(alone(student('doejane'))).toMatchObject({ person: { id: '1' }, exact: false })
  })

  it('tells who is missing and who is a stranger', () => {
    const roster = parseRoster('name\nJane Doe\nJohn Roe\n', 'class.csv')
    const file = { path: '', shown: '' }
    const rest = { file, name: 'ex1.ts', late: false, ownFolder: true, exercise: 'ex1' }
    const handed = ['Jane Doe', 'Mallory'].map((name) => ({ ...rest, student: student(name) }))
    expect(attendanceOf(roster, handed, ['ex1'])).toEqual({
      enrolled: 2,
      missing: [{ student: 'John Roe', exercises: ['ex1'] }],
      strangers: ['Mallory'],
    })
  })

  it('says what a file lacks that is none', () => {
    expect(() => parseRoster('a,b\n1,2\n', 'class.csv')).toThrow('no column that names a student')
  })
})
