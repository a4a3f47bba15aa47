/** What a generic mistake is called, and a hint that leads on without giving the answer away. */
export interface NoteText {
  readonly title: string
  readonly hint: string
}

/** The generic notes: mistakes that are made with any formula. */
export const GENERIC_NOTES = {
  'equals-function': {
    title: 'the function itself instead of its derivative',
    hint: 'Only multiples of exp(x) are their own derivative. What is the slope of the function where it is flat?',
  },
  sign: {
    title: 'the opposite sign',
    hint: 'Look at one point where you know the sign of the answer, and count the minus signs on the way.',
  },
  'derivative-at-output': {
    title: 'the derivative taken at the output instead of at the input',
    hint: 'The right derivative, at the wrong place: the function is applied once too often. Count how often it is applied to the input, helpers included.',
  },
  'derivative-of-output': {
    title: 'the derivative written of the output, applied to the input',
    hint: 'Your expression is right when its argument is the output of the function. But the argument is the input. What has to happen to it first?',
  },
  'other-variable': {
    title: 'the derivative with respect to another argument',
    hint: 'More than one quantity can vary here. With respect to which one is the derivative asked for, and which ones stay fixed?',
  },
  'parameter-ignored': {
    title: 'a parameter is fixed at one value; the argument is ignored',
    hint: 'One argument of the function never reaches your formula. Try it with an unusual value.',
  },
  'arguments-swapped': {
    title: 'two arguments are in the wrong order',
    hint: 'Compare the order of the arguments with the signature in the statement.',
  },
  'derivative-instead': {
    title: 'the derivative instead of the function',
    hint: 'This is the slope. The function itself is asked for here.',
  },
  'applied-twice': {
    title: 'the function is applied twice',
    hint: 'Count how often the function is applied to the input, helpers included.',
  },
  integral: {
    title: 'an integral instead of a derivative',
    hint: 'Differentiate your answer: you get the function back. It goes in the other direction.',
  },
  'chain-factor-lost': {
    title: 'a factor of the chain rule is lost',
    hint: 'Where a function is applied to something other than the bare variable, that something has a derivative of its own, which belongs into the product.',
  },
  'product-term-lost': {
    title: 'a term of the product rule is lost',
    hint: 'Both factors of a product change. The product rule has one term for each.',
  },
  'product-of-derivatives': {
    title: 'the product of the derivatives instead of the derivative of the product',
    hint: 'Try your rule on x times x. The product rule has two terms, and each keeps one factor as it is.',
  },
  'quotient-rule': {
    title: 'a slip in the quotient rule',
    hint: 'Write the quotient rule out: which product comes first in the numerator, with which sign the second, and what stands below the line?',
  },
  'power-rule': {
    title: 'a slip in the power rule',
    hint: 'The exponent comes down as a factor, and then becomes smaller by one. Which of the two has not happened?',
  },
  'outer-not-differentiated': {
    title: 'the outer function of a chain is not differentiated as it should be',
    hint: 'The chain rule asks for the derivative of the outer function, taken at the undifferentiated inner one, times the derivative of the inner one.',
  },
  'outer-at-variable': {
    title: 'the outer function of a chain is differentiated at the bare variable',
    hint: 'The chain rule takes the derivative of the outer function at the inner one: what stands inside of it before, stands inside of it afterwards.',
  },
  'wrong-branch': {
    title: 'the wrong one of two branches',
    hint: 'Check the condition and the two branches with one number on either side of the kink.',
  },
  'branch-lost': {
    title: 'a branch is missing',
    hint: 'On one of the pieces another branch gives the answer. Work yours out by hand at one number on each piece, the two outermost ones too.',
  },
  'max-for-min': {
    title: 'max and min are confused',
    hint: 'Put one number on either side of the kink into your formula, by hand.',
  },
  'power-lost': {
    title: 'a power is lost',
    hint: 'Somewhere a square (or another power) has gone. Go through the terms one by one.',
  },
  'power-added': {
    title: 'a power too many',
    hint: 'Something is squared that should not be; in an exponent that is a factor 2. Go through the terms one by one.',
  },
  'inner-factor': {
    title: 'a factor 2 too many inside of a function, or one too few',
    hint: 'Compare what stands inside of each function with the definition. A square outside of exp is a factor 2 inside.',
  },
  'opposite-input': {
    title: 'what is right for the opposite input',
    hint: 'What you give for x is right for -x. Compare the signs in your formula with the definition, the ones in front of arguments too.',
  },
  'missing-minus': {
    title: 'a minus sign is lost',
    hint: 'Compare the signs in your formula with the definition, the ones in front of arguments too.',
  },
  'term-sign': {
    title: 'one term has the wrong sign',
    hint: 'The terms are right, but one of the signs between them is not. Try a point where one of them is zero.',
  },
  'inner-sign': {
    title: 'a minus sign is lost in one step',
    hint: 'A minus in front of what is differentiated stays; one inside of a function comes out of it by the chain rule. Count the minus signs of each term.',
  },
  'term-lost': {
    title: 'a term is lost',
    hint: 'Everything that you have is right, but a term of the sum is missing.',
  },
  'factor-lost': {
    title: 'a factor is lost',
    hint: 'Everything that you have is right, but a factor is missing. Differentiate term by term, or read the definition so: which of your terms should be multiplied or divided by something more?',
  },
  'misplaced-bracket': {
    title: 'a bracket is in the wrong place',
    hint: 'Work your expression out by hand at one point, brackets first, and see what stands under each fraction line and inside each function.',
  },
  'logarithm-base': {
    title: 'a logarithm to another base',
    hint: 'The definition means the natural logarithm. Which one does your function take?',
  },
  'other-function': {
    title: 'a similar function in place of the right one',
    hint: 'One of the functions in your formula is a near relative of the one in the definition. Compare them name by name.',
  },
  'xor-for-power': {
    title: '^ is no power in TypeScript',
    hint: 'In TypeScript ^ is "exclusive or" on the bits of two integers. Look up how a power is written.',
  },
  'nan-everywhere': {
    title: 'NaN, whatever the input',
    hint: 'NaN comes from a name that is undefined, from 0 / 0, or stands in the source. Work one line after the other out at x = 1.',
  },
  'not-a-number': {
    title: 'a part of the formula is not a number',
    hint: 'Zero divided by zero, infinity minus infinity, the root and the logarithm of a negative number are NaN, and so is all that is computed from one. Which of them is it here? That input needs a case of its own, or another form.',
  },
  'not-finite': {
    title: 'NaN or Infinity, and right wherever it is neither',
    hint: 'Infinity comes from a division by 0, from log(0), and from what is larger than 1.8e308, as exp(710) is; NaN from 0 / 0, from Infinity minus or divided by itself, from the root or logarithm of a negative number, and from an element that is not there. Which part of your calculation is the first at this input?',
  },
  'right-alone': {
    title: 'right only where an argument has a length of 1',
    hint: 'With one alone there is nothing to add up, and no other to take for it. Work it out by hand for two: what does each of them contribute?',
  },
  'other-definition': {
    title: 'another definition of the function',
    hint: 'Several functions go by this name. Compare the numbers in your formula with those in the statement.',
  },
  'another-function': {
    title: 'another function',
    hint: 'What you have is right for another function. Compare its name, and its graph, with the statement.',
  },
  'rule-of-another-function': {
    title: 'the derivative rule of another function',
    hint: 'A derivative written of the output belongs to one function alone. Differentiate the function of the exercise by itself.',
  },
  'mask-from-output': {
    title: 'the branch is chosen by the output instead of the input',
    hint: 'The two do not lie on the same side of the limit everywhere. What does your condition look at, and what does the definition look at?',
  },
  'one-for-constant': {
    title: 'a 1 stands where a constant or a parameter should',
    hint: 'For a constant of 1 your formula is right, and for another it is not. Try it with an unusual value, by hand.',
  },
  'one-for-input': {
    title: 'a 1 stands where the input should',
    hint: 'Work yours out by hand for two inputs, such as -1 and -2, and then the right answer. Which of them changes with the input, and by how much?',
  },
  'minuend-lost': {
    title: 'only the term that is subtracted is left',
    hint: 'Your formula has what is subtracted, and not what it is subtracted from. Which term of the difference is missing?',
  },
  'branch-constant': {
    title: 'the wrong number on one of two branches',
    hint: 'One branch is right, and the other gives the same number everywhere. Which number should it be?',
  },
  'branches-added': {
    title: 'the terms of both branches are added, and none is chosen',
    hint: 'At any input only one of the branches counts. What makes the other one vanish there?',
  },
  'exponential-base': {
    title: 'a power of another base than e',
    hint: 'exp(x) is a power of e = 2.718…. Which base has yours, and where does TypeScript keep exp?',
  },
  'short-constants': {
    title: 'the right formula, with constants that are too short',
    hint: 'Write the constants with all their digits, or let the computer work them out.',
  },
  'one-branch': {
    title: 'wrong on one branch alone',
    hint: 'At all other points that were tried it is right. What does that branch give at the counterexample, and what is right there? If it takes the place of the formula from some number on, that number may be too near.',
  },
  approximation: {
    title: 'an approximation',
    hint: 'Your function follows the one that was asked for, and is another one. The statement says how near it has to be.',
  },
  'constant-factor': {
    title: 'off by a constant factor',
    hint: 'The shape is right; everything is off by the same factor. Where has a number come in, or got lost?',
  },
  offset: {
    title: 'off by a constant',
    hint: 'The shape is right; everything is shifted by the same amount. Where has a number come in, or got lost?',
  },
  'length-factor': {
    title: 'off by a factor that is the length of an argument',
    hint: 'Is a sum asked for, or a mean? Look at every place where you divide by the length, and at every place where you might.',
  },
  'rows-for-columns': {
    title: 'rows and columns are exchanged',
    hint: 'What you give back is the right matrix, turned over. Which index stands for the row in the statement?',
  },
  'constant-value': {
    title: 'the same number whatever the input',
    hint: 'Your function returns the same number everywhere. Does its argument reach the result?',
  },
  overflow: {
    title: 'right in theory, but its arithmetic overflows far from zero',
    hint: 'A double ends at about 1.8e308: what is larger is Infinity, and most of what is computed with that is NaN. Look for a form whose parts stay small; if an exponential is the one that grows, one that only ever takes it of a negative number.',
  },
  'overflow-hidden': {
    title: 'an overflow, and a number in its place that is not the right one',
    hint: 'Far out a part of the formula leaves the range of doubles, and your function gives a number all the same. Which number does the truth go to there? Or look for a form in which nothing overflows.',
  },
  'other-side': {
    title: 'far out, the values of the two sides are exchanged',
    hint: 'Wherever it is wrong, your function gives what is right at the same distance on the other side of 0. Which side does a very large positive x belong to?',
  },
} as const satisfies { readonly [note: string]: NoteText }

export type GenericNote = keyof typeof GENERIC_NOTES
