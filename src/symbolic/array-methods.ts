import { apply, choose, type Place, step } from './machine.ts'
import { property } from './members.ts'
import { NotFollowed } from './not-followed.ts'
import { truthiness } from './operators.ts'
import { type ArrayValue, asNumber, truth, UNDEFINED, type Value, whole } from './values.ts'

type Method = (of: ArrayValue, args: readonly Value[], place: Place) => Value

/** Methods of an array whose length is known. */
const METHODS: { readonly [name: string]: Method | undefined } = {
  map: (of, [f = UNDEFINED], place) =>
    list(
      of.items.map((_, i) => visit(f, of, i, place)),
      place,
    ),
  forEach: (of, [f = UNDEFINED], place) => {
    for (const index of of.items.keys()) visit(f, of, index, place)
    return UNDEFINED
  },
  filter: (of, [f = UNDEFINED], place) =>
    list(
      of.items.filter((_, i) => choose(place.machine, truthiness(visit(f, of, i, place)))),
      place,
    ),
  some: (of, [f = UNDEFINED], place) =>
    truth(of.items.some((_, i) => choose(place.machine, truthiness(visit(f, of, i, place))))),
  every: (of, [f = UNDEFINED], place) =>
    truth(of.items.every((_, i) => choose(place.machine, truthiness(visit(f, of, i, place))))),
  find: (of, [f = UNDEFINED], place) =>
    of.items.find((_, i) => choose(place.machine, truthiness(visit(f, of, i, place)))) ?? UNDEFINED,
  reduce: (of, args, place) => fold(of, args, place, 1),
  reduceRight: (of, args, place) => fold(of, args, place, -1),
  slice: (of, args, place) => list(of.items.slice(...args.map(integer)), place),
  concat: (of, args, place) => {
    const others = args.flatMap((one) => (one.kind === 'array' ? one.items : [one]))
    return list([...of.items, ...others], place)
  },
  at: (of, [index = whole(0)]) => of.items.at(integer(index)) ?? UNDEFINED,
  push: (of, args, place) => {
    refuseShared(of, place)
    return whole(of.items.push(...args))
  },
  pop: (of, _, place) => {
    refuseShared(of, place)
    return of.items.pop() ?? UNDEFINED
  },
  fill: (of, [value = UNDEFINED, ...range], place) => {
    refuseShared(of, place)
    of.items.fill(value, ...range.map(integer))
    return of
  },
  reverse: (of, _, place) => {
    refuseShared(of, place)
    of.items.reverse()
    return of
  },
}

export function callArrayMethod(
  of: ArrayValue,
  name: string,
  args: readonly Value[],
  place: Place,
): Value {
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined
  if (method === undefined) throw new NotFollowed(`the array method \`${name}\``)
  return method(of, args, place)
}

const MAX_LENGTH = 10_000

/** `Array.from(array, f)` and `Array.from({ length: n }, f)`. */
export function callArrayFrom(args: readonly Value[], place: Place): Value {
  const [source = UNDEFINED, f] = args
  const items = source.kind === 'array' ? source.items : emptyItems(source)
  if (f === undefined) return list(items, place)
  return list(
    items.map((item, index) => applyTo(f, [item, whole(index)], place)),
    place,
  )
}

function emptyItems(source: Value): readonly Value[] {
  const length = source.kind === 'object' ? asNumber(property(source, 'length')) : undefined
  const size = length?.double
  if (size === undefined || !Number.isInteger(size) || size < 0 || size > MAX_LENGTH) {
    throw new NotFollowed('an array whose length is not known')
  }
  return Array.from({ length: size }, () => UNDEFINED)
}

function fold(of: ArrayValue, args: readonly Value[], place: Place, direction: 1 | -1): Value {
  const [f = UNDEFINED, start] = args
  const indices = [...of.items.keys()]
  if (direction < 0) indices.reverse()
  let sum = start
  for (const index of indices) {
    const item = of.items[index] ?? UNDEFINED
    sum = sum === undefined ? item : applyTo(f, [sum, item, whole(index), of], place)
  }
  if (sum === undefined) throw new NotFollowed('`reduce` of an empty array')
  return sum
}

function visit(f: Value, of: ArrayValue, index: number, place: Place): Value {
  return applyTo(f, [of.items[index] ?? UNDEFINED, whole(index), of], place)
}

function applyTo(f: Value, args: readonly Value[], place: Place): Value {
  step(place.machine)
  return apply(f, args, undefined, place)
}

function list(items: readonly Value[], { machine }: Place): Value {
  return { kind: 'array', items: [...items], ofModule: machine.inModule }
}

function integer(value: Value): number {
  const number = asNumber(value)?.double
  if (number === undefined || !Number.isInteger(number)) {
    throw new NotFollowed('an index that is not known')
  }
  return number
}

function refuseShared(of: ArrayValue, { machine }: Place): void {
  if (of.ofModule && !machine.inModule) {
    throw new NotFollowed('a change of an array that outlives the call')
  }
}
