import type { Phrases } from '../phrase-book.ts'

export const mistakes: Phrases = {
  'the derivative of {1}': '{1} 的导数',
  'the function {1}': '函数 {1}',
  'the rule of {1} for a derivative by the output': '{1} 用输出表示的导数公式',
  'the function itself instead of its derivative': '写成了函数本身，而不是它的导数',
  'Only multiples of exp(x) are their own derivative. What is the slope of the function where it is flat?':
    '只有 exp(x) 的倍数才以自身为导数。在函数平坦的地方，斜率是多少？',
  'the opposite sign': '符号相反',
  'Look at one point where you know the sign of the answer, and count the minus signs on the way.':
    '取一个你知道答案符号的点，一路数清负号的个数。',
  'the derivative taken at the output instead of at the input': '导数取在输出处，而不是输入处',
  'The right derivative, at the wrong place: the function is applied once too often. Count how often it is applied to the input, helpers included.':
    '导数公式正确，但位置不对：函数多作用了一次。请数一数它对输入作用了几次，辅助函数也算在内。',
  'the derivative written of the output, applied to the input':
    '把用输出表示的导数公式直接用在了输入上',
  'Your expression is right when its argument is the output of the function. But the argument is the input. What has to happen to it first?':
    '当自变量是函数的输出时，你的式子是正确的。但这里的自变量是输入。先要对它做什么？',
  'the derivative with respect to another argument': '对另一个自变量求了导',
  'More than one quantity can vary here. With respect to which one is the derivative asked for, and which ones stay fixed?':
    '这里可以变化的量不止一个。要求对哪一个求导，哪些保持不变？',
  'a parameter is fixed at one value; the argument is ignored':
    '某个参数固定为一个值；没有使用传入的参数',
  'One argument of the function never reaches your formula. Try it with an unusual value.':
    '函数的一个参数没有进入你的公式。请用一个不常见的值试试。',
  'two arguments are in the wrong order': '两个参数的顺序颠倒了',
  'Compare the order of the arguments with the signature in the statement.':
    '请把参数的顺序与题目中的签名比较。',
  'the derivative instead of the function': '写成了导数，而不是函数',
  'This is the slope. The function itself is asked for here.': '这是斜率。这里要求的是函数本身。',
  'the function is applied twice': '函数作用了两次',
  'Count how often the function is applied to the input, helpers included.':
    '请数一数函数对输入作用了几次，辅助函数也算在内。',
  'an integral instead of a derivative': '写成了积分，而不是导数',
  'Differentiate your answer: you get the function back. It goes in the other direction.':
    '对你的答案求导，就回到了原来的函数。方向反了。',
  'a factor of the chain rule is lost': '链式法则漏掉了一个因子',
  'Where a function is applied to something other than the bare variable, that something has a derivative of its own, which belongs into the product.':
    '当函数作用于自变量以外的式子时，那个式子有自己的导数，要乘进去。',
  'a term of the product rule is lost': '乘积法则漏掉了一项',
  'Both factors of a product change. The product rule has one term for each.':
    '乘积的两个因子都在变化。乘积法则对每个因子各有一项。',
  'the product of the derivatives instead of the derivative of the product':
    '写成了导数的乘积，而不是乘积的导数',
  'Try your rule on x times x. The product rule has two terms, and each keeps one factor as it is.':
    '用 x 乘 x 试试你的法则。乘积法则有两项，每一项都保留一个因子不变。',
  'a slip in the quotient rule': '商的求导法则写错了',
  'Write the quotient rule out: which product comes first in the numerator, with which sign the second, and what stands below the line?':
    '请完整写出商的求导法则：分子中哪个乘积在前，第二个是什么符号，分母是什么？',
  'a slip in the power rule': '幂的求导法则写错了',
  'The exponent comes down as a factor, and then becomes smaller by one. Which of the two has not happened?':
    '指数先作为因子移到前面，然后减一。哪一步没有做？',
  'the outer function of a chain is not differentiated as it should be':
    '复合函数的外层函数没有正确求导',
  'The chain rule asks for the derivative of the outer function, taken at the undifferentiated inner one, times the derivative of the inner one.':
    '链式法则要求：外层函数的导数取在未求导的内层函数处，再乘以内层函数的导数。',
  'the wrong one of two branches': '两个分支选错了',
  'Check the condition and the two branches with one number on either side of the kink.':
    '在折点两侧各取一个数，检查条件和两个分支。',
  'a branch is missing': '少了一个分支',
  'On one of the pieces another branch gives the answer. Work yours out by hand at one number on each piece, the two outermost ones too.':
    '在其中一段上，给出结果的是另一个分支。请在每一段上各取一个数手算你的公式，最外面的两段也要。',
  'max and min are confused': '混淆了 max 与 min',
  'Put one number on either side of the kink into your formula, by hand.':
    '在折点两侧各取一个数，手算你的公式。',
  'a power is lost': '少了一个幂',
  'Somewhere a square (or another power) has gone. Go through the terms one by one.':
    '某处的平方（或其他幂）不见了。请逐项检查。',
  'the terms of both branches are added, and none is chosen':
    '两个分支的项被加在一起，而没有选出其中一个',
  'At any input only one of the branches counts. What makes the other one vanish there?':
    '对每个输入，只有一个分支算数。另一个分支在那里靠什么消失？',
  'a power of another base than e': '幂的底数不是 e',
  'exp(x) is a power of e = 2.718…. Which base has yours, and where does TypeScript keep exp?':
    'exp(x) 是 e = 2.718… 的幂。你的底数是多少？TypeScript 的 exp 在哪里？',
  'off by a factor that is the length of an argument': '差了一个因子，即某个参数的长度',
  'Is a sum asked for, or a mean? Look at every place where you divide by the length, and at every place where you might.':
    '题目要的是总和还是平均值？看看每一处除以长度的地方，以及每一处本该除的地方。',
  'rows and columns are exchanged': '行和列互换了',
  'What you give back is the right matrix, turned over. Which index stands for the row in the statement?':
    '你返回的是正确矩阵的转置。题目里哪个下标表示行？',
  'a part of the formula is not a number': '公式的某一部分不是数',
  'Zero divided by zero, infinity minus infinity, the root and the logarithm of a negative number are NaN, and so is all that is computed from one. Which of them is it here? That input needs a case of its own, or another form.':
    '零除以零、无穷减无穷、负数的平方根和对数都是 NaN，由它们算出的一切也是。这里是哪一种？这个输入需要单独处理，或者换一种写法。',
  'every number is divided by the length of {1}': '每个数都除以了 {1} 的长度',
  'every number is multiplied by the length of {1}': '每个数都乘以了 {1} 的长度',
  'every number is divided by the square root of the length of {1}':
    '每个数都除以了 {1} 的长度的平方根',
  'every number is multiplied by the square root of the length of {1}':
    '每个数都乘以了 {1} 的长度的平方根',
  'NaN or Infinity, and right wherever it is neither': '是 NaN 或 Infinity，而凡是有限的数都正确',
  'Infinity comes from a division by 0, from log(0), and from what is larger than 1.8e308, as exp(710) is; NaN from 0 / 0, from Infinity minus or divided by itself, from the root or logarithm of a negative number, and from an element that is not there. Which part of your calculation is the first at this input?':
    'Infinity 来自除以 0、log(0)，或大于 1.8e308 的数（例如 exp(710)）；NaN 来自 0 / 0、Infinity 减去或除以自己、负数的平方根或对数，或不存在的元素。在这个输入下，你的计算中最先出现的是哪一部分？',
  'NaN or Infinity, where a finite number is right': '是 NaN 或 Infinity，而正确的是有限的数',
  'right only where an argument has a length of 1': '只有某个参数的长度为 1 时才正确',
  'wrong only where the length of {1} is more than 1': '只有 {1} 的长度大于 1 时才错',
  'With one alone there is nothing to add up, and no other to take for it. Work it out by hand for two: what does each of them contribute?':
    '只有一个时，没有什么可相加，也不会与别的混淆。请对两个手算一遍：每一个各贡献了什么？',
  '{1} is NaN at {2}': '{1} 在 {2} 处是 NaN',
  'a factor 2 too many inside of a function, or one too few':
    '某个函数的自变量里多了或少了一个因子 2',
  'Compare what stands inside of each function with the definition. A square outside of exp is a factor 2 inside.':
    '请把每个函数里面的式子与定义比较。exp 外面的平方就是里面的因子 2。',
  'a power too many': '多了一个幂',
  'Something is squared that should not be; in an exponent that is a factor 2. Go through the terms one by one.':
    '有一项不该平方却平方了；若在指数里，那就是多了一个因子 2。请逐项检查。',
  'what is right for the opposite input': '对相反的输入才正确',
  'What you give for x is right for -x. Compare the signs in your formula with the definition, the ones in front of arguments too.':
    '你对 x 给出的值，对 -x 才正确。请把你的公式中的符号与定义比较，包括自变量前面的符号。',
  'a minus sign is lost': '少了一个负号',
  'Compare the signs in your formula with the definition, the ones in front of arguments too.':
    '请把你的公式中的符号与定义比较，包括自变量前面的符号。',
  'one term has the wrong sign': '有一项的符号错了',
  'The terms are right, but one of the signs between them is not. Try a point where one of them is zero.':
    '各项都正确，但其中一个符号不对。请取一个使某一项为零的点试试。',
  'a minus sign is lost in one step': '在某一步中少了一个负号',
  'A minus in front of what is differentiated stays; one inside of a function comes out of it by the chain rule. Count the minus signs of each term.':
    '被求导的式子前面的负号保持不变；函数里面的负号由链式法则提到外面。请数一数每一项的负号。',
  'a term is lost': '少了一项',
  'Everything that you have is right, but a term of the sum is missing.':
    '你写出的都正确，但和式中少了一项。',
  'a factor is lost': '少了一个因子',
  'Everything that you have is right, but a factor is missing. Differentiate term by term, or read the definition so: which of your terms should be multiplied or divided by something more?':
    '你写的每一部分都对，但少了一个因子。请逐项求导，或逐项对照定义：哪一项还应再乘以或除以什么？',
  'a bracket is in the wrong place': '有一个括号的位置不对',
  'Work your expression out by hand at one point, brackets first, and see what stands under each fraction line and inside each function.':
    '在一个点上手算你的式子，先算括号，看看每条分数线之下和每个函数之内是什么。',
  'a logarithm to another base': '对数的底不对',
  'The definition means the natural logarithm. Which one does your function take?':
    '定义中指的是自然对数。你用的函数是哪一种？',
  'a similar function in place of the right one': '用了相近的函数，而不是正确的那个',
  'One of the functions in your formula is a near relative of the one in the definition. Compare them name by name.':
    '你的公式中有一个函数与定义中的很相近。请逐个比较名称。',
  '^ is no power in TypeScript': '在 TypeScript 中 ^ 不是幂',
  'In TypeScript ^ is "exclusive or" on the bits of two integers. Look up how a power is written.':
    '在 TypeScript 中，^ 是两个整数按位的“异或”。请查一查幂的写法。',
  'NaN, whatever the input': '无论输入是什么都是 NaN',
  'NaN comes from a name that is undefined, from 0 / 0, or stands in the source. Work one line after the other out at x = 1.':
    'NaN 来自未定义的名称、0 / 0，或直接写在源代码里。请在 x = 1 处逐行手算。',
  'another definition of the function': '用了这个函数的另一种定义',
  'Several functions go by this name. Compare the numbers in your formula with those in the statement.':
    '有几个函数都叫这个名字。请把你的公式中的数与题目中的比较。',
  'another function': '另一个函数',
  'What you have is right for another function. Compare its name, and its graph, with the statement.':
    '你写的是另一个函数的正确公式。请把它的名称和图像与题目比较。',
  'the derivative rule of another function': '用了另一个函数的求导公式',
  'A derivative written of the output belongs to one function alone. Differentiate the function of the exercise by itself.':
    '用输出表示的导数公式只适用于一个函数。请直接对本练习的函数求导。',
  'the branch is chosen by the output instead of the input': '按输出而不是按输入选择分支',
  'The two do not lie on the same side of the limit everywhere. What does your condition look at, and what does the definition look at?':
    '两者并不总在界限的同一侧。你的条件看的是什么，定义看的又是什么？',
  'a 1 stands where the input should': '本应是输入的地方写成了 1',
  'Work yours out by hand for two inputs, such as -1 and -2, and then the right answer. Which of them changes with the input, and by how much?':
    '先用两个输入（例如 -1 和 -2）手算你的结果，再手算正确答案。哪一个会随输入变化，变化多少？',
  'a 1 stands where a constant or a parameter should': '本应是常数或参数的地方写成了 1',
  'For a constant of 1 your formula is right, and for another it is not. Try it with an unusual value, by hand.':
    '常数为 1 时你的公式正确，换一个就不对了。请用一个不常见的值手算试试。',
  'only the term that is subtracted is left': '只剩下被减去的那一项',
  'Your formula has what is subtracted, and not what it is subtracted from. Which term of the difference is missing?':
    '你的公式只有减数，没有被减数。差中少了哪一项？',
  'the wrong number on one of two branches': '两个分支中有一个的数不对',
  'One branch is right, and the other gives the same number everywhere. Which number should it be?':
    '一个分支正确，另一个处处给出同一个数。应该是哪个数？',
  'the right formula, with constants that are too short': '公式正确，但常数的位数太少',
  'Write the constants with all their digits, or let the computer work them out.':
    '请写出常数的全部数位，或让计算机把它们算出来。',
  'wrong on one branch alone': '只有一个分支错了',
  'wrong only where {1} holds': '只在 {1} 成立时才错',
  'At all other points that were tried it is right. What does that branch give at the counterexample, and what is right there? If it takes the place of the formula from some number on, that number may be too near.':
    '在试过的其他各点上都正确。在反例处，这个分支给出什么，正确的又是什么？如果它从某个数起代替原来的公式，那个数可能取得太近。',
  'the outer function of a chain is differentiated at the bare variable':
    '链式法则中的外层函数在自变量本身处求了导',
  'The chain rule takes the derivative of the outer function at the inner one: what stands inside of it before, stands inside of it afterwards.':
    '链式法则在内层函数的值处取外层函数的导数：求导之前里面是什么，求导之后里面仍是什么。',
  'an approximation': '一个近似',
  'Your function follows the one that was asked for, and is another one. The statement says how near it has to be.':
    '你的函数接近所要求的函数，但不是同一个。题目写明了应当多接近。',
  'off by a constant factor': '相差一个常数因子',
  'The shape is right; everything is off by the same factor. Where has a number come in, or got lost?':
    '形状正确，但处处相差同一个因子。哪里多了或少了一个数？',
  'off by a constant': '相差一个常数',
  'The shape is right; everything is shifted by the same amount. Where has a number come in, or got lost?':
    '形状正确，但处处偏移了同样的量。哪里多了或少了一个数？',
  'the same number whatever the input': '无论输入是什么都是同一个数',
  'Your function returns the same number everywhere. Does its argument reach the result?':
    '你的函数处处返回同一个数。它的参数影响结果吗？',
  'right in theory, but its arithmetic overflows far from zero':
    '理论上正确，但远离零处的计算会溢出',
  'A double ends at about 1.8e308: what is larger is Infinity, and most of what is computed with that is NaN. Look for a form whose parts stay small; if an exponential is the one that grows, one that only ever takes it of a negative number.':
    '双精度数最大约为 1.8e308：超过它就是 Infinity，再用它计算多半得到 NaN。请找一种各部分都不会变大的形式；如果增长的是指数函数，就找一种只对负数取指数的形式。',
  'an overflow, and a number in its place that is not the right one':
    '发生了溢出，代替它的数又不正确',
  'Far out a part of the formula leaves the range of doubles, and your function gives a number all the same. Which number does the truth go to there? Or look for a form in which nothing overflows.':
    '在远处，公式的某一部分超出了双精度数的范围，而你的函数仍给出一个数。真值在那里趋于哪个数？或者找一种不会溢出的形式。',
  'far out, the values of the two sides are exchanged': '在远处，两侧的值互换了',
  'Wherever it is wrong, your function gives what is right at the same distance on the other side of 0. Which side does a very large positive x belong to?':
    '凡是出错的地方，你的函数给出的都是 0 另一侧同样距离处的正确值。很大的正数 x 属于哪一侧？',
  'the exact GELU, of the error function': '精确的 GELU，用误差函数定义',
  'the GELU by tanh': '用 tanh 的 GELU',
  'the GELU by a sigmoid, x sigmoid(1.702 x)': '用 sigmoid 的 GELU，即 x sigmoid(1.702 x)',
  'the definition 0.2 x + 0.5, cut off at 0 and 1': '定义 0.2 x + 0.5，截断在 0 和 1',
  'the definition x / 6 + 0.5, cut off at 0 and 1': '定义 x / 6 + 0.5，截断在 0 和 1',
  'the definition x / 4 + 0.5, cut off at 0 and 1': '定义 x / 4 + 0.5，截断在 0 和 1',
  'the definition x / 2 + 0.5, cut off at 0 and 1': '定义 x / 2 + 0.5，截断在 0 和 1',
  'the range from -1 to 1 instead of 0 to 1': '值域为 -1 到 1，而不是 0 到 1',
  'x times the hard sigmoid by {1}': 'x 乘以由 {1} 给出的 hard sigmoid',
  'the range from 0 to 1 instead of -1 to 1': '值域为 0 到 1，而不是 -1 到 1',
  'the hard sigmoid, from 0 to 1': '值域为 0 到 1 的 hard sigmoid',
  'the scaled 1.7159 tanh(2 x / 3)': '缩放的 1.7159 tanh(2 x / 3)',
  'cut off at 1 instead of 6': '截断在 1，而不是 6',
  'never cut off: ReLU': '没有截断：ReLU',
  'ReLU, which it smooths': '它所平滑的 ReLU',
  'the step function': '阶跃函数',
  '{1} replaced by {2}, whatever is given': '{1} 被固定为 {2}，不管传入的是什么',
  'an approximation: within {1} of {2}, which was asked': '一个近似：与所要求的 {2} 相差不超过 {1}',
  '{1} for {2}, off by {3}': '用 {1} 代替 {2}，相差 {3}',
}
