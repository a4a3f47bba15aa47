import type { Phrases } from '../phrase-book.ts'

export const lint: Phrases = {
  '{1} has one value only: an answer that ignores it passes':
    '{1} 只有一个取值：不理会它的答案也能通过',
  'add values, also unusual ones': '请添加取值，包括不常见的',
  'no check takes the points of {1} from a wrong answer: they come of {2}':
    '没有检查会因错误答案扣去 {1} 的分数：它们来自 {2}',
  'give points to a value or a derivative check that is an error':
    '请把分数给计为错误的 value 或 derivative 检查',
  'make the tolerance smaller, or leave it out': '请缩小容差，或不写容差',
  'widen the domain': '请扩大定义域',
  'leave partial out, or add parameter values': '请去掉 partial，或添加参数取值',
  'an answer that is off by {1} everywhere passes {2}': '处处相差 {1} 的答案能通过 {2}',
  'the constant {1} passes {2} at every point': '常数 {1} 在每个点都能通过 {2}',
  'the constant {1} passes {2} at {3} of {4} points, and earns a part of its points':
    '常数 {1} 在 {4} 个点中的 {3} 个能通过 {2}，并得到部分分数',
  'the constant {1} passes {2} for {3}, and earns a part of its points':
    '常数 {1} 对 {3} 能通过 {2}，并得到部分分数',
  'is missing': '缺少该文件',
  'mlp-check new-exercise writes one of everything, to look at':
    'mlp-check new-exercise 会写出每种文件各一份，可供参照',
  'does not belong here': '不属于这里',
  'should begin with "# {1}: " and the title': '应以“# {1}: ”和标题开头',
  'does not show the signature of {1}': '没有写出 {1} 的签名',
  'does not say how many points each check gives': '没有写明每项检查的分数',
  'promises {1} points, but the checks give {2}': '写明 {1} 分，但各项检查共给 {2} 分',
  'links to {1}, which is not there': '链接到不存在的 {1}',
  'no check gives points': '没有一项检查给分',
  'no check asks about {1}': '没有一项检查针对 {1}',
  'has {1} right solutions in other styles; two are the least':
    '有 {1} 个其他写法的正确解答；至少应有两个',
  'no point reaches the piece of {1} where {2}': '{1} 在 {2} 的一段没有任何点',
  'widen the domain, or add parameter values': '请扩大定义域，或添加参数取值',
  'no trial takes the branch `{1}`': '没有测试用例走到分支 `{1}`',
  'add a corner that does, or leave the branch out': '请添加走到它的边界用例，或去掉该分支',
  'no check asks for {1}': '没有一项检查要求 {1}',
  '{1} draws or answers otherwise when it is asked again': '再次询问时 {1} 的抽样或结果不同',
  'add corners with other answers': '请添加答案不同的边界用例',
  'make its tolerance smaller': '请缩小它的容差',
  '{1} passes whoever always answers {2}: {3}': '总是回答 {2} 也能通过 {1}：{3}',
  'compute and exact of {1} disagree in {2} of {3} trials, first for {4}: compute gives {5}, exact {6}':
    '{1} 的 compute 与 exact 在 {3} 个测试用例中有 {2} 个不一致，首先是 {4}：compute 给出 {5}，exact 给出 {6}',
  '{1} of {2} trials of {3} lie too near to a kink': '{3} 的 {2} 个测试用例中有 {1} 个离折点太近',
  'the mistake {1} has no words in exercise.yaml': '错误 {1} 在 exercise.yaml 中没有说明',
  'the mistake {1} throws in every trial of {2}': '错误 {1} 在 {2} 的每个测试用例中都抛出异常',
  'no check refuses {1}': '没有一项检查拒绝 {1}',
  'widen the domain, add parameter values, or make the tolerance smaller':
    '请扩大定义域、添加参数取值，或缩小容差',
  'branches taken': '走到的分支',
  'else of if ({1})': 'if ({1}) 的 else',
  'no if ({1})': 'if ({1}) 不成立',
  '{1} ? … : …, its second part': '{1} ? … : … 的第二部分',
  'TensorFlow.js and float64 disagree about {1} at {2} of {3} points':
    'TensorFlow.js 与 float64 关于 {1} 在 {3} 个点中有 {2} 个不一致',
  'at {1} they are {2} and {3}; write the formula so that it loses fewer digits, or ask on a narrower domain':
    '在 {1} 处它们是 {2} 和 {3}；请把公式写得少丢失些数位，或在更窄的定义域上提问',
  'the formula of {1} is not the derivative of {2}: they differ at {3}':
    '{1} 的公式不是 {2} 的导数：它们在 {3} 处不同',
  'the mistake {1} is the right answer of {2} in another form':
    '错误 {1} 是 {2} 的正确答案的另一种写法',
  'write what the mistake computes': '请写出该错误所计算的内容',
  'add a corner to reference.ts that does, or say under `equivalents` why none can':
    '请在 reference.ts 中添加能拒绝它的边界用例，或在 `equivalents` 下说明为何做不到',
  'solution.ts has no mutant {1}': 'solution.ts 没有变异体 {1}',
  '{1} of {2} mutants of sources are left to a reason; {3} at most may be, one in {4}':
    '源代码的 {2} 个变异体中有 {1} 个只靠说明理由；最多允许 {3} 个，即 {4} 个中的一个',
  'passes where only the corners of reference.ts are tried: add one that refuses it':
    '只用 reference.ts 的边界用例时能通过：请添加能拒绝它的边界用例',
  'is missing: a submission that makes the mistake {1} of exercise.yaml':
    '缺少该文件：犯 exercise.yaml 中错误 {1} 的提交',
  'cannot be judged: {1}': '无法评判：{1}',
  'passes, though nothing is done yet': '什么都没做就通过了',
  'earns the points of {1}, though nothing is done yet': '什么都没做就得到 {1} 的分数',
  'is called right, but {1}: {2}': '标为正确，但 {1}：{2}',
  'earns {1} of {2} hundredths of a point': '得到百分之 {2} 分中的 {1}',
  'is called a mistake, but it {1}': '标为错误，但它{1}',
  'no note at all': '没有说明',
  'should be recognised as {1}, and is recognised as {2}': '应认出为 {1}，却认作 {2}',
  'has no translations: {1}: … beside it in exercise.yaml':
    '没有 translations: {1}: …，应写在旁边的 exercise.yaml 中',
  'is missing: the statement in this language': '缺少该文件：这种语言的题目',
  'the function': '函数',
  'the check': '检查',
  'the mistake': '错误',
  'translations.{1} does not say which texts it is of': 'translations.{1} 没有写明译自哪一版文字',
  'translations.{1} is of earlier texts: the statement, a title, a hint or a summary has changed since':
    'translations.{1} 译自较早的文字：此后题目、标题、提示或摘要有改动',
  'bring it up to date, and write of: "{1}"': '请更新译文，并写 of: "{1}"',
  '{1} allows {2} loop turns and calls for size {3}, where the solution takes {4}: an answer that grows faster by a power of the size takes {5} and passes':
    '{1} 在规模 {3} 时允许 {2} 次循环与调用，而解答需要 {4} 次：增长快一个规模幂次的答案需要 {5} 次，也能通过',
  'allow about {1}, or let the sizes be farther apart': '请允许约 {1} 次，或让各规模相差更大',
  'solutions.teaches names {1}, which is not there': 'solutions.teaches 提到不存在的 {1}',
  'solutions.teaches does not say what {1} teaches': 'solutions.teaches 没有说明 {1} 教什么',
  'the statement': '题目',
  'the starter': '起始代码',
  'is other code than starter.ts: only comments are translated':
    '代码与 starter.ts 不同：只翻译注释',
  'the reason of': '理由：',
  'a list for the mistakes {1}': '错误 {1} 的列表',
  'what is taught by': '教学要点：',
  'translations.{1} is of earlier texts: the statement, a title, the source, a hint, a summary, a reason or what a solution teaches has changed since':
    'translations.{1} 译自较早的文字：此后题目、标题、来源、提示、摘要、理由或解答的教学要点有改动',
}
