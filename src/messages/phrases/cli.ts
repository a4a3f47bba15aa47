import type { Phrases } from '../phrase-book.ts'

export const cli: Phrases = {
  'which exercise?': '是哪一道练习？',
  'name one, such as ex1; mlp-check list shows them all':
    '请写出一道，例如 ex1；mlp-check list 会列出全部',
  'the name of {1} does not say which exercise it answers':
    '从 {1} 的名字看不出它回答的是哪一道练习',
  'a file is named by its path: mlp-check ex1 {1}': '文件要写出路径：mlp-check ex1 {1}',
  'name the exercise too: mlp-check ex1 {1}': '请同时写出练习：mlp-check ex1 {1}',
  '{1} says nothing without {2}': '没有 {2} 时 {1} 不起作用',
  '{1} says nothing without one of {2}': '没有 {2} 之一时 {1} 不起作用',
  '{1} says nothing with {2}': '有 {2} 时 {1} 不起作用',
  'mlp-check {1} takes {2}': 'mlp-check {1} 可以使用 {2}',
  'match file': '对应文件',
  'the {1} {2} cannot be read': '无法读取{1} {2}',
  'a sheet is given back under --out': '成绩表要写到 --out 之下',
  'a run writes a {1} of its own': '运行时会写出自己的 {1}',
  'rename {1}, and name it again': '请给 {1} 改名，然后重新指定',
  '{1} lies where it is to be given back': '{1} 正好位于要写出的地方',
  'name another --out': '请换一个 --out',
  '--expire takes whole seconds from 1 to 86400, not "{1}"':
    '--expire 需要 1 到 86400 的整数秒，而不是“{1}”',
  '--workers takes a whole number from 1 to 256, not "{1}"':
    '--workers 需要 1 到 256 的整数，而不是“{1}”',
  '--reporter {1} is for one submission, and not for a class':
    '--reporter {1} 用于单份提交，不用于全班',
  'for a class there are {1}': '用于全班的有 {1}',
  '--reporter {1} would stand in the middle of the summary': '--reporter {1} 会夹在摘要中间',
  'give it a file: --reporter {1}=FILE': '请给它一个文件：--reporter {1}=FILE',
  'which folder?': '是哪个文件夹？',
  'try: mlp-check batch downloads --exercise ex1': '例如：mlp-check batch downloads --exercise ex1',
  'a part of a run has to be kept': '一次运行的部分结果必须保存',
  '--out takes the folder that results go to': '--out 需要写出结果的文件夹',
  'there is no run to resume: {1} is missing': '没有可以继续的运行：缺少 {1}',
  'name its --out': '请写出它的 --out',
  '{1} lies in {2} and holds files already': '{1} 位于 {2} 之中，并且已有文件',
  'name an --out elsewhere; --resume goes on with it, if it is a run of yours':
    '请在别处指定 --out；如果那是你先前的运行，可用 --resume 继续',
  'nothing in {1} answers {2}': '{1} 中没有回答 {2} 的文件',
  'files are found by their names, such as ex1.ts or tanh.ts; --roster FILE tells who is missing':
    '文件按名字查找，例如 ex1.ts 或 tanh.ts；--roster FILE 可以说明谁没有提交',
  'graders at once: {1}, not {2}, which need more addresses than this process may have (ulimit -v)':
    '同时评判的线程：{1} 个，而非 {2} 个，后者所需的地址空间超出本进程的限额（ulimit -v）',
  'interrupted: the same command with --resume goes on from here':
    '已中断：用同一条命令加上 --resume 可从此处继续',
  'interrupted, and nothing is kept: that takes --out FOLDER':
    '已中断，结果未保存：需用 --out FOLDER 才能保存',
  'finishing what is under way; interrupt again to stop at once':
    '正在完成手头的工作；再次中断则立即停止',
  '--begun works in a workspace only': '--begun 只能在工作区中使用',
  'try: mlp-check init': '例如：mlp-check init',
  'nothing has been begun: every answer is missing or still the starter':
    '还没有开始任何练习：每份答案都不存在，或仍是起始代码',
  'mlp-check shows what comes next': 'mlp-check 会显示下一步',
  'try: mlp-check ex1, mlp-check list or mlp-check init':
    '例如：mlp-check ex1、mlp-check list 或 mlp-check init',
  'one file answers one exercise, but {1} are named before {2}':
    '一个文件回答一道练习，但在 {2} 之前写了 {1}',
  'no exercise and no command "{1}"': '没有名为“{1}”的练习或命令',
  'it is a folder; a file in it is named by its path: mlp-check ex1 {1}/ex1.ts':
    '它是文件夹；其中的文件要写出路径：mlp-check ex1 {1}/ex1.ts',
  'to judge your answer: mlp-check {1}': '要评判你的答案：mlp-check {1}',
  'mlp-check list shows the exercises, mlp-check --help the commands':
    'mlp-check list 列出练习，mlp-check --help 列出命令',
  'did you mean mlp-check {1}?': '你是想写 mlp-check {1} 吗？',
  'which two runs?': '是哪两次运行？',
  'try: mlp-check compare old new': '例如：mlp-check compare old new',
  'name the --out folders of two runs': '请写出两次运行的 --out 文件夹',
  '{1} holds no run: {2}': '{1} 中没有运行记录：{2}',
  'no completion for "{1}"': '没有“{1}”的补全脚本',
  'there is one for bash, zsh and fish': '有 bash、zsh 和 fish 的',
  'to grade with {1} instead: {2}': '要改用 {1} 评判：{2}',
  'none: no folder to keep it in, or --no-cache': '无：没有可以保存的文件夹，或使用了 --no-cache',
  '{1} cannot be written to: nothing new is kept there': '{1} 无法写入：新的内容不会保存在那里',
  'not looked at: TypeScript 7 is not installed with mlp-check; to install it: npm install --prefix {1} typescript@7':
    '不检查：mlp-check 未附带安装 TypeScript 7；安装方法：npm install --prefix {1} typescript@7',
  'not looked at: TypeScript lies in this folder, from which CI runs nothing':
    '不检查：TypeScript 位于此文件夹中，CI 不运行其中的任何程序',
  'judge your answer to an exercise': '评判你对一道练习的回答',
  'types by TypeScript too (default: in a workspace)':
    '同时用 TypeScript 检查类型（在工作区中默认如此）',
  'without a look at the types': '不检查类型',
  'every exercise of the workspace that you have begun': '工作区中你已开始的每一道练习',
  'mlp-check ex1                          your ex1.ts, tanh.ts, … in this folder':
    'mlp-check ex1                          此文件夹中你的 ex1.ts、tanh.ts 等',
  'mlp-check ex1 answers/tanh.ts          this file':
    'mlp-check ex1 answers/tanh.ts          这个文件',
  'mlp-check answers/tanh.ts              the same, where its name says which exercise':
    'mlp-check answers/tanh.ts              同上，文件名能说明是哪一道练习时',
  'mlp-check ex1 --only dtanh --at -0.5   one function at one point':
    'mlp-check ex1 --only dtanh --at -0.5   一个函数在一个点上',
  'mlp-check show ex1                     what the exercise asks':
    'mlp-check show ex1                     这道练习问的是什么',
  'make a workspace with starters and statements': '生成包含起始代码和题目的工作区',
  'with a workflow': '附带工作流程',
  'replace files that are there already': '替换已有的文件',
  "with the answers that a site's page has saved": '带上网页保存的答案',
  'show what has passed and what comes next': '显示已通过的练习和下一步',
  'as JSON': '输出 JSON',
  'mlp-check            the same, in a workspace': 'mlp-check            同上，在工作区中',
  'give the next hint of an exercise': '给出一道练习的下一条提示',
  'this hint instead of the next': '显示这一条提示，而不是下一条',
  'mlp-check hint                  of the exercise at hand':
    'mlp-check hint                  当前练习的提示',
  'put the starter of an exercise back, keeping your answer aside':
    '恢复一道练习的起始代码，并另存你的答案',
  'judge what you save, as you save it': '保存文件时立即评判',
  'without a look at the types by TypeScript': '不用 TypeScript 检查类型',
  'look by the clock: for file systems without events': '定时查看文件：用于没有事件通知的文件系统',
  'seed of the sample points (default 7)': '样本点的种子（默认 7）',
  'draw your functions over their references': '把你的函数画在参考函数之上',
  'only this function': '只画这个函数',
  'this stretch of the variable, such as --range=-3,3': '变量的这一段范围，例如 --range=-3,3',
  'at this parameter value': '取这个参数值',
  'write an SVG instead': '改为写出 SVG',
  'write a page instead': '改为写出网页',
  'show all exercises': '列出所有练习',
  'what changed since an older version of the pack': '与旧版本的练习包相比有哪些变化',
  'print the statement of an exercise': '显示一道练习的题目',
  'the starter file instead': '改为显示起始代码',
  'show right answers beside yours, once it has passed': '通过之后，把正确答案与你的答案并排显示',
  'before it has passed, too': '通过之前也显示',
  'decide whether two formulas are the same function (0 equal, 1 different, 6 nearly, 7 unknown)':
    '判定两个公式是否为同一个函数（0 相等，1 不同，6 几乎相等，7 未能判定）',
  "such as 'alpha > 0'": "例如 'alpha > 0'",
  'such as x=-20..20': '例如 x=-20..20',
  'how far apart they may be on the domain': '在定义域上允许相差多少',
  'show the cases of the proof': '显示证明的各种情形',
  'as LaTeX': '输出 LaTeX',
  'print the formula that a function of a file computes': '显示文件中的函数所计算的公式',
  'which function of --source': '--source 中的哪个函数',
  'such as x,alpha: what --function is called with': '例如 x,alpha：--function 的参数',
  'decide a JSON file of { id, a, b, assumptions }': '判定 JSON 文件中的 { id, a, b, assumptions }',
  'how to show it': '显示的格式',
  'print a script that completes commands in your shell': '输出在 shell 中补全命令的脚本',
  'eval "$(mlp-check completion bash)"      in ~/.bashrc; likewise zsh in ~/.zshrc':
    'eval "$(mlp-check completion bash)"      写入 ~/.bashrc；zsh 同样写入 ~/.zshrc',
  'mlp-check completion fish | source       in ~/.config/fish/config.fish':
    'mlp-check completion fish | source       写入 ~/.config/fish/config.fish',
  'make a page that judges answers in the browser, for any host of static files':
    '生成在浏览器中评判答案的网页，可放在任何静态文件服务器上',
  'where it goes: an empty folder, or an earlier site': '写到哪里：空文件夹，或先前生成的网站',
  'show it on this machine': '在本机上显示',
  'with --serve: at this port (default 8017)': '与 --serve 一起用：使用这个端口（默认 8017）',
  'with the solutions beside the exercises, for whoever has passed':
    '附上练习的解答，供已通过的人查看',
  "the course's name (default: its folder)": '课程的名称（默认为其文件夹名）',
  'say what grades here: Node, backend and why, cache, versions':
    '说明这里用什么评判：Node、后端及其原因、缓存、版本',
  'render a saved report again, also under the rules of a course':
    '重新显示保存的报告，也可应用课程的规则',
  "a course's due times, penalties and visibility": '课程的截止时间、扣分和公开范围',
  'when it was handed in, ISO 8601 with an offset': '提交的时间，ISO 8601 格式并带时区偏移',
  'which attempt this is': '这是第几次尝试',
  'when it was due for whoever had an extension': '获准延期者的截止时间',
  'judge what a whole class handed in': '评判全班的提交',
  'judge this exercise; give it again for several (default: all)':
    '评判这道练习；可多次使用以指定几道（默认全部）',
  'how the input is laid out': '输入文件的布局',
  'where results go, and what a later run goes on from': '结果写到哪里；以后的运行由此继续',
  'go on with the run that --out names': '继续 --out 所指的运行',
  'graders at once (default: one for each core)': '同时评判的线程数（默认每个核心一个）',
  'only this part of the whole; mlp-check merge joins them':
    '只评判全部的这一部分；用 mlp-check merge 合并',
  'when a job of a silent worker goes to another (300)':
    '工作进程多少秒没有回应后，任务转给另一个（300）',
  'judge for batches on other machines': '为其他机器上的批量评判工作',
  'end after so long without a job': '多少秒没有任务后结束',
  'put the parts of a divided batch together': '合并分开评判的各部分',
  'where results go': '结果写到哪里',
  'say whose grade is another than in an earlier run, and why':
    '说明与先前的运行相比谁的成绩有变化，以及原因',
  'test the content of a course like code (4 where it falls short)':
    '像测试代码一样测试课程内容（有不足时退出码为 4）',
  'the folder of exercises, or "builtin"': '练习所在的文件夹，或 builtin',
  'write a small exercise that lints, to be changed into your own':
    '写出一道能通过 lint 的小练习，供你改成自己的',
  'the folder of exercises (default: exercises)': '练习所在的文件夹（默认为“exercises”）',
  'a workspace follows one pack': '一个工作区只使用一个练习包',
  'name one --exercises': '请只写一个 --exercises',
  '{1} holds no work that a page has saved': '{1} 中没有网页保存的进度',
  'on the page: Your work, Save to a file': '在网页上：“你的进度”，“存为文件”',
  'right solutions with full points: {1}': '得满分的正确解答：{1}',
  'mistakes recognised by their notes: {1}': '凭说明认出的错误：{1}',
  'mutants of formulas: {1} killed, {2} survived, {3} the same function after all':
    '公式的变异体：查出 {1} 个，漏过 {2} 个，{3} 个其实是同一个函数',
  '{1} killed ({2} on corners alone)': '查出 {1} 个（其中 {2} 个仅由边界用例查出）',
  '({1} at most, one in {2})': '（最多 {1} 个，即 {2} 个中的一个）',
  '{1} survived, {2} proved to be the same, {3} by a reason{4}':
    '漏过 {1} 个，{2} 个已证明是同一个函数，{3} 个已说明理由{4}',
  'mutants of sources: {1} in all, {2}, {3}': '源代码的变异体：共 {1} 个，{2}，{3}',
  'mlp-check show {1} prints a statement.': 'mlp-check show {1} 显示题目。',
  'Only this machine can see it. Ctrl-C ends it.': '只有这台机器能看到。按 Ctrl-C 结束。',
  'nothing has changed': '没有变化',
  'where to?': '写到哪里？',
  'try: mlp-check merge parts --out results': '例如：mlp-check merge parts --out results',
  'there is no {1}': '没有 {1}',
  'which parts?': '是哪些部分？',
  'name the files shard-…-of-….jsonl, or their folders':
    '请写出文件 shard-…-of-….jsonl，或它们所在的文件夹',
  '{1} is not the exercise that the parts were judged by': '{1} 不是评判各部分时的那道练习',
  'merge with the pack that the run used: --exercises FOLDER':
    '请用运行时的练习包合并：--exercises FOLDER',
  '{1} is not called "exercises"': '{1} 的名字不是“exercises”',
  'a course is a folder that holds the folders exercises and solutions':
    '课程是包含 exercises 和 solutions 两个文件夹的文件夹',
  '{1} is there already': '{1} 已经存在',
  'choose another name': '请换一个名字',
  'Next: change it, then mlp-check lint {1}': '下一步：修改它，然后运行 mlp-check lint {1}',
  '"{1}" can be no exercise\'s folder': '“{1}”不能作为练习的文件夹',
  '"{1}" is no name for an exercise': '“{1}”不能作为练习的名字',
  'lower-case words joined by hyphens, such as hard-tanh': '用连字符连接的小写单词，例如 hard-tanh',
  'two formulas are needed': '需要两个公式',
  "Write mlp-check prove 'tanh(x) + 1' '2*sigmoid(2*x)'.":
    "请写 mlp-check prove 'tanh(x) + 1' '2*sigmoid(2*x)'。",
  'Write --domain x=-20..20.': '请写 --domain x=-20..20。',
  'Write --tolerance 1e-5.': '请写 --tolerance 1e-5。',
  '`{1}` is no interval': '`{1}` 不是区间',
  '`{1}` is no tolerance': '`{1}` 不是容差',
  'Which report?': '是哪一份报告？',
  'Try: mlp-check report saved.json --reporter markdown':
    '例如：mlp-check report saved.json --reporter markdown',
  'The saved report cannot be read: {1}': '无法读取保存的报告：{1}',
  '{1} takes a time with its offset, not {2}.': '{1} 需要带时区偏移的时间，而不是 {2}。',
  'Such as 2026-09-20T10:00:00Z or 2026-09-20T12:00:00+02:00.':
    '例如 2026-09-20T10:00:00Z 或 2026-09-20T12:00:00+02:00。',
  '--attempt takes a number from 1 on, not {1}.': '--attempt 需要从 1 开始的整数，而不是 {1}。',
  'cannot be read: {1}': '无法读取：{1}',
  'where should the site go?': '网站写到哪里？',
  'write --out site for a folder, or --serve to look at it here':
    '用 --out site 指定文件夹，或用 --serve 在这里查看',
  'wrote {1} files ({2} kB) into {3}': '已将 {1} 个文件（{2} kB）写入 {3}',
  'Next: copy {1} to any host of static files, or look at it: mlp-check site --serve':
    '下一步：把 {1} 复制到任何静态文件服务器上，或在本机查看：mlp-check site --serve',
  '{1}\nOnly this machine can see it. Ctrl-C ends it.': '{1}\n只有本机能够访问。按 Ctrl-C 结束。',
  '"{1}" is no port': '“{1}”不是端口',
  'write a number from 0 to 65535': '请写 0 到 65535 的整数',
  'which queue?': '是哪个队列？',
  'try: mlp-check worker --queue postgres://user@host/database':
    '例如：mlp-check worker --queue postgres://user@host/database',
  'finishing the jobs under way': '正在完成手头的任务',
  'waiting for workers on {1}: {2}; one is started by mlp-check worker --queue':
    '正在等待 {1} 上的评判进程：{2}；用 mlp-check worker --queue 启动',
  'waiting on {1}: mlp-check {2}, V8 {3},': '正在等待 {1} 的任务：mlp-check {2}、V8 {3}、',
  '{1}; only batches with the same are judged here': '{1}；这里只评判版本相同的批量任务',
  '--exit-when-idle takes seconds, not "{1}"': '--exit-when-idle 需要秒数，而不是“{1}”',
  'this machine could not go on': '这台机器无法继续',
  'The exercise is at fault:': '错在练习本身：',
  'mlp-check failed by its own fault: {1}': 'mlp-check 自身出错：{1}',
  'MLP_CHECK_DEBUG=1 shows the details: please report them with the command you ran.':
    '设置 MLP_CHECK_DEBUG=1 可显示详细信息：请连同你运行的命令一起报告。',
  'a right answer': '正确答案',
  'a wrong answer': '错误答案',
  'a right answer to ex1 passes here, and a wrong one fails':
    'ex1 的正确答案在这里通过，错误答案不通过',
  'no check ran': '没有运行任何检查',
  'does not work here: {1} to ex1 passes: {2}': '在这里不能正常工作：ex1 的{1}通过了：{2}',
  'does not work here: {1} to ex1 fails: {2}': '在这里不能正常工作：ex1 的{1}没有通过：{2}',
  'does not work here: {1} to ex1 cannot be judged: {2}':
    '在这里不能正常工作：无法评判 ex1 的{1}：{2}',
  'Install mlp-check again.': '请重新安装 mlp-check。',
  'Checks answers to the exercises of the Multilayer Perceptrons chapter.':
    '检查“多层感知机”一章练习的答案。',
  'print the version': '显示版本',
  'print help': '显示帮助',
  '`mlp-check ex1` is short for `mlp-check check ex1`.':
    '`mlp-check ex1` 是 `mlp-check check ex1` 的简写。',
  '(mlp-check --help shows what there is)': '（mlp-check --help 会列出所有命令）',
  "a course's own exercises; builtin for those that come with mlp-check":
    '课程自己的练习；builtin 表示 mlp-check 自带的练习',
  'colours, even where the output is no terminal': '使用颜色，即使输出不是终端',
  'no colours (also by NO_COLOR)': '不使用颜色（也可用 NO_COLOR）',
  'language of the report: en or zh-CN (default: LC_ALL, LANG)':
    '报告的语言：en 或 zh-CN（默认按 LC_ALL、LANG）',
  'which TensorFlow.js computes the reference': '用哪个 TensorFlow.js 计算参考值',
  'neither read nor write reference tables on disk': '不读写磁盘上的参考值表',
  'sample points for each function (default 4096)': '每个函数的样本点数（默认 4096）',
  'every finite bfloat16 number in the domain': '定义域中每个有限的 bfloat16 数',
  'only this function or check': '只评判这个函数或检查',
  'judge at this point only, such as -0.5 or -0.5,alpha=1.5':
    '只在这个点上评判，例如 -0.5 或 -0.5,alpha=1.5',
  'in a terminal: every failure in full, not only the first':
    '在终端上：详述每一处错误，而不只是第一处',
  'what junit may contain': 'junit 可以包含的内容',
  'how to report; give it again for several at once': '报告的格式；可多次使用以同时输出几种',
  'who is enrolled: tells whose work it is, and who is missing':
    '班级名单：说明是谁的作业，以及谁没有提交',
  "a platform's grade sheet, to be filled in under --out": '平台的成绩表，填写后写到 --out 之下',
  'code page of sheets and lists that are no Unicode (default: by their bytes)':
    '不是 Unicode 的成绩表和名单所用的编码（默认：由字节推断）',
  'which column of the sheet an exercise fills, such as ex1="HW1 (123)"':
    '一道练习填写成绩表的哪一列，例如 ex1="HW1 (123)"',
  'whose doubtful hand-ins are: match.csv of an earlier run':
    '存疑的提交属于谁：先前运行的 match.csv',
  "a course's due times, extensions, penalties and attempts":
    '课程的截止时间、延期、扣分和尝试次数',
  'points, comments and excuses by hand': '人工给出的分数、评语和免做',
  'what students read (default html)': '学生看到的格式（默认 html）',
  'report the class as well, such as junit=report.xml; give it again for several':
    '同时报告全班的情况，例如 junit=report.xml；可多次使用',
  'exit 1 where an answer is wrong, 3 where one is broken':
    '有答案错误时退出码为 1，有文件无法运行时为 3',
  'a PostgreSQL database between machines, such as postgres://user@host/database':
    '机器之间共用的 PostgreSQL 数据库，例如 postgres://user@host/database',
  '{1} should be an absolute path or {2}, not "{3}"': '{1} 应为绝对路径或 {2}，而不是“{3}”',
  'name a folder of exercises from the root of the file system, or use --exercises':
    '请从文件系统的根目录写起，或使用 --exercises',
  '{1} comes with a program of its own, reference.ts, and only {2} names it':
    '{1} 带有自己的程序 reference.ts，而只有 {2} 指定了它',
  'if you trust {1}: mlp-check init --exercises FOLDER (once), or add --exercises FOLDER':
    '如果你信任 {1}：运行一次 mlp-check init --exercises FOLDER，或加上 --exercises FOLDER',
  '--reporter {1}= names no file.': '--reporter {1}= 没有写出文件。',
  'Write --reporter {1}=FILE, or --reporter {2} to print it.':
    '请写 --reporter {1}=FILE，或用 --reporter {2} 直接输出。',
  'There is no reporter called {1}.': '没有名为 {1} 的报告格式。',
  'There is no reporter called "{1}".': '没有名为“{1}”的报告格式。',
  'Reporters: {1}.': '报告格式：{1}。',
  'Save one with --reporter json=FILE.': '请用 --reporter json=FILE 保存一份。',
  '{1} or {2}': '{1} 或 {2}',
  'The reporters {1} and {2} would both write {3}.': '报告格式 {1} 与 {2} 都会写入 {3}。',
  'Give each a file of its own.': '请给它们各自的文件。',
  'The reporters {1} would all print to stdout, one into the other.':
    '报告格式 {1} 都会输出到 stdout，混在一起。',
  'Give all but one a file, such as --reporter {1}=FILE.':
    '除一种之外，请都写到文件中，例如 --reporter {1}=FILE。',
  'it has {1}': '有 {1}',
  'it has none of one number': '没有一元函数',
  '{1} has no function "{2}" to draw': '{1} 中没有可以绘图的函数“{2}”',
  '{1} has no function of one number to draw': '{1} 中没有可以绘图的一元函数',
  '--range takes two numbers, the lower one first, such as -3,3, not "{1}"':
    '--range 需要两个数，小的在前，例如 -3,3，而不是“{1}”',
  '{1} has no parameter "{2}"': '{1} 没有参数“{2}”',
  '--param takes a number such as {1}=0.25, not "{2}"':
    '--param 需要写成 {1}=0.25 这样的数，而不是“{2}”',
  'The {1} report is not written to {2}: {3} is a link': '{1} 报告没有写入 {2}：{3} 是链接',
  '--source asks for the formula of a function, and compares it with nothing':
    '--source 只求一个函数的公式，不与别的公式比较',
  'Leave out the other formulas, or compare the formula that is printed.':
    '请去掉其他公式，或拿显示出来的公式去比较。',
  '--{1} asks about two formulas, and --source has one': '--{1} 针对两个公式，而 --source 只有一个',
  'Leave it out.': '请将它去掉。',
  'the function is not named': '没有写出函数',
  'Write mlp-check prove --source ex1.ts --function tanh.':
    '请写 mlp-check prove --source ex1.ts --function tanh。',
  'the file is not named': '没有写出文件',
  '`{1}` cannot stand for an argument': '`{1}` 不能代表参数',
  'Write names that mean nothing else, each once: --arguments x,alpha.':
    '请用没有其他含义的名称，每个只写一次：--arguments x,alpha。',
  'A file of pairs is [{ "id": "t1", "a": "tanh(x)", "b": "…", "assumptions": [] }, …].':
    '公式对的文件形如 [{ "id": "t1", "a": "tanh(x)", "b": "…", "assumptions": [] }, …]。',
  '{1} holds no list of pairs': '{1} 中没有公式对的列表',
  'entry {1} of {2} is no pair': '{2} 的条目 {1} 不是公式对',
  '{1} is not JSON: {2}': '{1} 不是 JSON，Node 的原话是：{2}',
  '{1} is no JSON: {2}': '{1} 不是 JSON，Node 的原话是：{2}',
  '--port 0 takes any that is free': '--port 0 会使用任意空闲的端口',
  'the port {1} cannot be had here': '这里无法使用端口 {1}',
  'the output could not be written': '无法写出输出',
  'it ended before there was a verdict': '还没有评判结果就结束了',
  'run it again; if it happens twice: mlp-check doctor':
    '请再运行一次；如果再次发生：mlp-check doctor',
  'something ended it before there was a verdict': '还没有评判结果就被结束了',
  'look for process.exit in the reference.ts of the exercise':
    '请在题目的 reference.ts 中查找 process.exit',
  '{1} by that name': '名为该名称的 {1}',
  'Did you mean {1}?': '你是想写 {1} 吗？',
  'The {1} report could not be made: {2}': '无法生成 {1} 报告：{2}',
  'The {1} report could not be written to {2}: {3}': '{1} 报告无法写入 {2}：{3}',
  'and {1} more': '，另有 {1} 个',
  '{1} holds what no site of mlp-check has: {2}{3}': '{1} 中有不属于 mlp-check 网站的内容：{2}{3}',
  'name an empty folder, a new one, or one that holds an earlier site':
    '请写一个空文件夹、新文件夹，或先前生成的网站所在的文件夹',
  "how to report: gcc, or problems, is for an editor's problem matcher":
    '报告的格式：gcc（或 problems）用于编辑器的问题匹配器',
  'as the Markdown that it is written in': '输出原来的 Markdown',
  'Judge what you save, and show what is wrong beside its line':
    '保存时立即评判，并在出错的行旁显示',
}
