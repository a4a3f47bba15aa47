/** What each consumer takes, as JSON Schemas written from the formats' own documentation. */

const text = { type: 'string' } as const
const word = { type: 'string', minLength: 1 } as const
const count = { type: 'integer', minimum: 0 } as const
const visibility = { enum: ['visible', 'hidden', 'after_due_date', 'after_published'] } as const
const format = { enum: ['text', 'html', 'simple_format', 'md', 'ansi'] } as const

/** Classroom 50, schemas/result-v1: integers only, no other keys at the top. */
export const classroom50 = {
  type: 'object',
  additionalProperties: false,
  required: [
    'schema',
    'classroom',
    'assignment',
    'assignment_type',
    'owner',
    'submission',
    'commit',
    'release',
    'review',
    'datetime',
    'score',
    'max-score',
    'tests',
  ],
  properties: {
    schema: { const: 'classroom50/result/v1' },
    classroom: word,
    assignment: word,
    assignment_type: { enum: ['individual', 'group', 'team'] },
    owner: word,
    submission: { type: 'string', pattern: '^submit/' },
    commit: word,
    release: word,
    review: word,
    datetime: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' },
    score: count,
    'max-score': count,
    graded_at: text,
    submitted_by: { type: 'object' },
    tests: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        required: ['test-name', 'passed', 'score', 'max-score'],
        properties: {
          'test-name': word,
          passed: { type: 'boolean' },
          score: count,
          'max-score': count,
        },
      },
    },
  },
}

/** Gradescope, autograder_samples docs/specs.md. */
export const gradescope = {
  type: 'object',
  additionalProperties: false,
  properties: {
    score: { type: 'number' },
    execution_time: { type: 'number' },
    output: text,
    output_format: format,
    test_output_format: format,
    test_name_format: format,
    visibility,
    stdout_visibility: visibility,
    extra_data: { type: 'object' },
    leaderboard: { type: 'array' },
    tests: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        properties: {
          score: { type: 'number' },
          max_score: { type: 'number' },
          status: { enum: ['passed', 'failed'] },
          name: text,
          name_format: format,
          number: text,
          output: text,
          output_format: format,
          tags: { type: 'array', items: text },
          visibility,
          extra_data: { type: 'object' },
        },
      },
    },
  },
}

/** GitHub Classroom (retired), classroom-resources/autograding-grading-reporter. */
export const classroom = {
  type: 'object',
  required: ['version', 'status', 'tests', 'max_score'],
  properties: {
    version: { const: 1 },
    status: { enum: ['pass', 'fail', 'error'] },
    max_score: { type: 'number' },
    tests: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'status', 'score', 'message', 'test_code', 'filename', 'line_no'],
        properties: {
          name: text,
          status: { enum: ['pass', 'fail', 'error'] },
          score: { type: 'number' },
          message: text,
          test_code: text,
          filename: text,
          line_no: count,
        },
      },
    },
  },
}

/** PrairieLearn, external grading results. */
export const prairielearn = {
  type: 'object',
  required: ['gradable', 'score'],
  properties: {
    gradable: { type: 'boolean' },
    score: { type: 'number', minimum: 0, maximum: 1 },
    message: text,
    output: text,
    format_errors: { type: 'array', items: text },
    tests: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'points', 'max_points'],
        properties: {
          name: text,
          description: text,
          points: { type: 'number' },
          max_points: { type: 'number' },
          message: text,
          output: text,
        },
      },
    },
  },
}

/** check50, docs/source/json_specification.rst. */
export const check50 = {
  type: 'object',
  required: ['slug', 'results', 'version'],
  properties: {
    slug: text,
    version: text,
    results: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'description', 'passed', 'log', 'cause', 'data', 'dependency'],
        properties: {
          name: text,
          description: text,
          passed: { enum: [true, false, null] },
          log: { type: 'array', items: text },
          cause: {
            anyOf: [
              { type: 'null' },
              {
                type: 'object',
                required: ['rationale', 'help'],
                properties: { rationale: text, help: { anyOf: [text, { type: 'null' }] } },
              },
            ],
          },
          data: { type: 'object' },
          dependency: { anyOf: [text, { type: 'null' }] },
        },
      },
    },
  },
}

/** Exercism, test runner interface version 2. */
export const exercism = {
  type: 'object',
  required: ['version', 'status', 'tests'],
  properties: {
    version: { const: 2 },
    status: { enum: ['pass', 'fail', 'error'] },
    message: text,
    tests: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'status', 'test_code'],
        properties: {
          name: text,
          status: { enum: ['pass', 'fail', 'error'] },
          message: text,
          output: { type: 'string', maxLength: 500 },
          test_code: text,
        },
      },
    },
  },
}
