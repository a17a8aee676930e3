# 程序用中文说的话。

## 汇总与报告

count-files = { $count } 个文件
count-errors = { $count } 个错误
count-warnings = { $count } 个警告
count-notes = { $count } 个提示
count-units = { $count } 个单元
count-fixes = { $count } 处修改
fixes-made = 在 { $files }中作了 { $fixes }
fixes-possible = 在 { $files }中可作 { $fixes }
expected = 应有：`{ $suggestion }`
unit = 单元 `{ $id }`
count-lines = { $count } 行
count-articles = { $count } 篇文章
lines-in = { $files }中的 { $lines }
stats-names = 名称
stats-findings = 发现的问题
stats-rules = 按规则统计
stats-first = { $what }（{ $count } 项中的前 { $most } 项）
count-findings = { $count } 处问题
baseline-written = { $findings }已写入 { $path }
baseline-old = { $path }：{ $findings }已过时；用 `--write-baseline { $path }` 重新写入
count-changes = { $count } 处改动
count-names-accepted = { $count } 个名称已接受
count-names-defined = { $count } 个名称待入词表
changes-in = { $files }中 { $changes }
changes-left = { $changes }无法写在名称所在处
count-more-places = 另有 { $count } 处
count-unread = { $count } 个未检查
nothing-found = 未发现问题
in-place = 位置：{ $place }
write = 应写作 `{ $suggestion }`
or = 或 { $suggestions }
level-error = 错误
level-warning = 警告
level-note = 提示
level-help = 建议
no-such-file = { $path }：没有这个文件
no-such-rule = 没有规则 `{ $rule }`；现有规则：{ $rules }

## 帮助：标题

heading-usage = 用法：
heading-commands = 命令
heading-options = 选项
heading-arguments = 参数

## 帮助：通用

help = 让中文、俄文、英文文章中的名称前后一致
help-help = 显示帮助
help-version = 显示版本
help-help-command = 显示本帮助或某个命令的帮助
help-color = 何时使用颜色：auto 表示在终端上使用，除非设置了 NO_COLOR
help-quiet = 标准错误只输出错误，不打印汇总
help-no-cache = 不使用也不保存编译好的词表索引，同 ISONYM_NO_CACHE
help-ui-lang = 帮助和消息的语言；省略时用系统语言
help-any-glossary = 叠加在内置词表和前面词表之上的词表
help-any-no-default-glossary = 不使用内置词表
help-any-style = 优先采用其名称的体例（用 `isonym styles` 列出）；有多个时以最后一个为准

## 帮助：检查文章

help-lint = 检查文章中的名称
help-lint-baseline = 略去此文件中已知的问题
help-lint-interactive = 在终端上逐一处理各个问题，最后写入所作的决定
help-lint-jsonl-field = .jsonl、.ndjson 和标准输入的每一行是一个 JSON 对象，其中此字段为一篇文章：结果给出文件的行，列和字节按字段文本计算。这些文件及其他文件可以压缩（.gz、.zst）
help-lint-since = 只报告自某个 git 版本以来改动过的行
help-lint-stats = 不列出各个问题，而统计问题和名称在所有文章中的次数（text 和 json 格式）
help-lint-write-baseline = 把所有问题写入供 `--baseline` 使用的文件，一个也不报告
help-lint-columns = 表格（CSV、TSV、XLSX）只检查这些列：首行的列名，或从 1 起的序号
help-lint-diff = 显示 `--fix` 会作的改动，但不改动文件
help-lint-encoding = 文章的编码；省略时按字节判断
help-lint-fix = 作出安全的修改；标准输入的结果写到标准输出
help-lint-format = 结果的输出格式
help-lint-ignore = 不使用这些规则
help-lint-lang = 文章的语言：auto、en、ru 或 zh
help-lint-max-file-size = 超过此大小的文件不读
help-lint-min-severity = 从哪一级起退出码为 1；所有结果都会输出
help-lint-paths = 文件和文件夹；`-` 或管道为标准输入
help-lint-scope = 只在每个文档内比较名称，或也在本次所有文档之间比较
help-lint-select = 只使用这些规则
help-lint-stdin-filename = 标准输入的名称：扩展名表明其格式
help-lint-track = 与 `--fix` 同用：在 Word 文档中以修订方式作出修改，并以批注说明原因
help-lint-unsafe-fixes = 与 `--fix` 或 `--diff` 同用：也作出需要人工过目的修改

## 帮助：查找与转换

help-lookup = 查找名称在其他语言中的写法
help-lookup-format = 答案的输出格式。tsv 的列：查询、词条、方式、分数、匹配的名称、zh、ru、en
help-lookup-from = 只查这种语言的名称：zh、ru 或 en
help-lookup-limit = 每个名称给出几个答案，最好的在前 [默认：5，tsv 为 1]
help-lookup-names = 名称；省略时读标准输入的各行
help-lookup-to = 用这种语言回答；找不到的名称按规则转换并注明
help-translit = 按指定的系统转写名称
help-translit-candidates = 每个名称给出几个答案，最好的在前
help-translit-file = 从文件读取名称，每行一个
help-translit-from = 名称原来所用的系统，由此还原
help-translit-kind = 名称属于什么
help-translit-list = 列出各系统
help-translit-rules-only = 不用词条和人名词典，只用表和规则
help-translit-text = 名称；省略时读标准输入的各行
help-translit-to = 转写所用的系统，或某语言的常用系统：ru、zh、en
help-same = 判断两种写法是否同一名称
help-same-file = 从文件读取各对写法
help-same-pair = 两种写法；省略时读标准输入中以制表符分隔的各对
help-same-rules-only = 不用词条，只用表和规则
help-identify = 找出可能产生某种写法的系统及其原名
help-identify-candidates = 每个系统给出几个原名
help-identify-file = 从文件读取写法，每行一个
help-identify-names = 写法；省略时读标准输入的各行
help-identify-rules-only = 不用词条，只用表和规则
help-inflect = 给出俄语名称的各格形式
help-inflect-format = 形式的输出格式。tsv 的列：名称、变格法、单数六格、复数六格
help-inflect-gender = 性：masc、femn 或 neut；省略时为所有可能
help-inflect-kind = 名称属于什么：place、person、surname、given、patronymic 或 thing；省略时为全部
help-inflect-names = 主格的俄语名称；省略时读标准输入的各行

## 帮助：对照译文

help-mentions = 列出文本中的名称及其位置或次数
help-mentions-count = 每个名称在所有文本中共出现几次，次数多的在前，不列位置
help-mentions-encoding = 文本的编码；省略时按字节判断
help-mentions-format = 名称的输出格式。csv 的列：path、line、column、start、end、text、entry、kind、lang
help-mentions-lang = 只列这种语言的名称：zh、ru 或 en
help-mentions-max-file-size = 超过此大小的文件不读
help-mentions-paths = 文件和文件夹；`-` 或管道中省略时为标准输入
help-compare = 检查译文是否使用了原文的名称
help-compare-aligned = 一个文件的第 n 行是另一文件第 n 行的译文
help-compare-encoding = 文件的编码；省略时按字节判断
help-compare-format = 结果的输出格式
help-compare-from = 原文的语言：auto、en、ru 或 zh
help-compare-max-file-size = 超过此大小的文件不读
help-compare-min-severity = 从哪一级起退出码为 1；所有结果都会输出
help-compare-source = 原文，或同时含有两边的文件（.po、.xlf、.xliff、.tmx）
help-compare-target = 译文；第一个文件已含两边时省略
help-compare-to = 译文的语言：auto、en、ru 或 zh

## 帮助：词表

help-glossary = 处理词表文件
help-glossary-add = 向词表文件添加一行
help-glossary-add-en = 英文名称
help-glossary-add-encoding = 文件的编码；省略时按字节判断
help-glossary-add-file = 词表文件；没有则新建
help-glossary-add-form = 名称的形式：official、short、abbreviation、adjective、demonym
help-glossary-add-homonym = 即使别的词条已有其中的名称也添加：同名者各为一条
help-glossary-add-id = 词条标识；省略时由名称生成
help-glossary-add-kind = 词条类别：city、river、person……
help-glossary-add-note = 备注
help-glossary-add-ru = 俄文名称
help-glossary-add-source = 名称的出处
help-glossary-add-status = 名称的地位：preferred、admitted、deprecated、superseded
help-glossary-add-style = 此行所代表的体例或机构
help-glossary-add-suggest = 为缺少的语言添加建议的名称：列为可用，注明所用系统，并标明未经查证
help-glossary-add-system = 名称如何产生：palladius、postal……
help-glossary-add-valid = 名称有效的年份：1858/1931
help-glossary-add-zh = 中文名称
help-glossary-check = 报告词表文件中的所有问题
help-glossary-check-encoding = 文件的编码；省略时按字节判断
help-glossary-check-files = 词表文件；`-` 为标准输入
help-glossary-diff = 显示两个词表的差别
help-glossary-diff-format = 差别的输出格式。tsv 的列：`-` 或 `+`、词条、语言、名称、地位、形式、体例、系统、年份、备注、出处
help-glossary-diff-new = 现在的词表
help-glossary-diff-old = 原来的词表
help-glossary-export = 把词表写成其他程序的格式：表格、TBX、OmegaT、DeepL……
help-glossary-export-all-names = 两列的格式中也写出源语言的可用名称
help-glossary-export-encoding = 词表文件的编码；省略时按字节判断
help-glossary-export-files = 词表文件，后面的叠加在前面的之上；`-` 为标准输入。省略时为内置词表
help-glossary-export-format = 格式：csv、tsv、xlsx、tbx（第 2 版）、tbx3-dca、tbx3-dct、omegat、deepl、google 或 weblate；省略时按输出文件名判断
help-glossary-export-from = 两列格式的源语言
help-glossary-export-kind = 只写这些类别的词条
help-glossary-export-map = 表格某列的标题：`English=en`、`Remark=note`
help-glossary-export-output = 要写的文件；省略时写到标准输出
help-glossary-export-to = 两列格式的目标语言
help-glossary-fmt = 把词表文件写成规范形式
help-glossary-fmt-check = 不作改动：列出不合规范形式的文件
help-glossary-fmt-encoding = 文件的编码；写出时用 UTF-8
help-glossary-fmt-files = 词表文件；`-` 为标准输入，写到标准输出
help-glossary-import = 读取其他程序的词表：表格、TBX、OmegaT、GeoNames、维基数据……
help-glossary-import-append = 把词表尚无的内容加进去；不用此选项时不动已有的文件
help-glossary-import-class = 维基数据的类及其对应的类别，如 `Q4022=river`；省略时用常见的类
help-glossary-import-country = GeoNames 的国家，如 `RU,CN`
help-glossary-import-encoding = 文件的编码；省略时按字节判断
help-glossary-import-feature = GeoNames 的要素类或代码，如 `P,ADM1`
help-glossary-import-files = 同一格式的文件；`-` 为标准输入
help-glossary-import-format = 文件的格式：csv、tsv、xlsx、tbx、omegat、deepl、google、weblate、geonames、cc-cedict 或 wikidata；省略时按文件名判断
help-glossary-import-from = 两列中第一列的语言；省略时按文字判断
help-glossary-import-kind = 文件未说明类别的词条的类别
help-glossary-import-map = 标题不同的列的内容：`Город=en`、`Bemerkung=note`
help-glossary-import-min-languages = 略去名称少于几种语言的词条 [默认：geonames、wikidata、cc-cedict 为 2，其余为 1]
help-glossary-import-min-population = GeoNames 的最少人口
help-glossary-import-output = 要写的词表；省略时写到标准输出
help-glossary-import-overwrite = 覆盖已有的文件
help-glossary-import-sheet = 工作簿中的工作表；省略时为第一个
help-glossary-import-source = 文件未说明出处的名称的出处
help-glossary-import-split = 一个单元格中几个名称的分隔符：第一个为首选，其余为可用
help-glossary-import-to = 两列中第二列的语言
help-glossary-merge = 合并两人对同一词表所作的改动
help-glossary-merge-base = 双方开始时的词表
help-glossary-merge-ours = 我方的版本
help-glossary-merge-output = 要写的文件，可以是三者之一；省略时写到标准输出
help-glossary-merge-theirs = 对方的版本
help-glossary-stats = 按类别、语言、地位和出处统计词表中的名称
help-glossary-stats-encoding = 文件的编码；省略时按字节判断
help-glossary-stats-files = 词表文件，后面的叠加在前面的之上；`-` 为标准输入。省略时为内置词表
help-glossary-stats-format = 统计的输出格式。tsv 的列：统计项、值、数目
help-glossary-suggest = 找出文章中词表没有的名称
help-glossary-suggest-articles = 文章；`-` 为标准输入
help-glossary-suggest-encoding = 文章的编码；省略时按字节判断
help-glossary-suggest-format = 名称的输出格式。tsv 的列：次数、语言、名称、首次出现处
help-glossary-suggest-min-count = 略去出现次数较少的名称

## 帮助：其他

help-accept = 今后把这些写法视为正确（记入项目的 isonym.toml）
help-accept-names = 写法；主格的俄语名称连同其各格形式一并接受
help-index = 建立、显示或清除编译好的词表索引
help-index-build = 立即编译词表（包括小的）并保存索引
help-index-build-files = 依次叠加的词表；省略时为最近的 isonym.toml 中的词表
help-index-clear = 清除所有保存的索引
help-index-info = 显示保存了什么、在何处
help-lsp = 通过标准输入输出以语言服务器协议为编辑器服务
help-lsp-stdio = 使用标准输入输出，本来就是如此
help-serve = 在本机提供检查文章、查找名称的网页以及同样的 JSON 服务
help-serve-host = 监听的地址；不限于本机时必须有令牌
help-serve-open = 在浏览器中打开网页
help-serve-port = 端口；0 表示任取一个空闲端口
help-serve-token = 访问者必须知道的令牌，至少 16 个字符；也可用环境变量 ISONYM_TOKEN
help-serve-writable = 允许网页改动词表：最后一个 `--glossary`，首次写入时新建
help-styles = 列出各体例，或某个体例首选的名称
help-styles-format = 输出格式。tsv 的列：标识和标题，或词条、语言、名称、地位、出处
help-styles-id = 要显示其名称的体例；省略时列出各体例
help-explain = 打印规则的说明，或列出各规则
help-explain-rules = 规则名；省略时列出各规则
help-completions = 打印某种 shell 的补全脚本
help-completions-shell = shell 的名称
help-man = 打印手册页

## 规则的说明

lint-compare-fewer = `{ $expected }` 的对应少于其出现次数，而 `{ $written }` 在原文中没有对应
lint-compare-missing = `{ $expected }` 在译文中没有对应
lint-compare-never = `{ $expected }` 在原文中出现 { $times } 次，在译文中从未出现
lint-compare-other = `{ $expected }` 在此没有对应，而 `{ $written }` 在原文中没有对应
lint-compare-rarer = `{ $expected }` 在原文中出现 { $here } 次，其对应在译文中出现 { $there } 次
lint-compare-reading = `{ $written }` 是 `{ $characters }` 的 { $system } 转写，其名称是 `{ $expected }`
lint-compare-stranger = `{ $written }` 在原文中没有对应
lint-converted = `{ $here }` 是 `{ $source }` 的 { $system } 形式；应写作 `{ $right }`
lint-counted = `{ $model }` 出现 { $count } 次，此处为 `{ $here }`
lint-counted-elsewhere = 其他文章（{ $place }）中 `{ $model }` 出现 { $count } 次，此处为 `{ $here }`
lint-counted-yo = 写作 `{ $letter }`（`{ $model }`）的有 { $count } 次，此处为 `{ $here }`
lint-deprecated = `{ $here }` 是不推荐的名称；应写作 `{ $right }`
lint-former = `{ $here }` 是旧称；应写作 `{ $right }`
lint-gloss = `{ $here }` 不是 `{ $name }` 的名称
lint-gloss-missing = 体例要求在首次提到 `{ $name }` 时附上 `{ $gloss }`
lint-hidden = `{ $right }` 之中有 { $character }
lint-misspelling = `{ $here }` 是 `{ $right }` 的误写
lint-mixed-hanzi = `{ $here }` 中的 `{ $character }`（{ $set }）与全文用字不一
lint-mixed-script = { $script } 单词中混有 { $letters }
lint-order = `{ $model }` 出现 { $count } 次，此处 `{ $here }` 的次序相反
lint-systems = `{ $here }` 所用的转写系统（{ $system }）与文中另外 { $count } 个名称（如 `{ $model }`）不同
lint-unused = 这条注释不起作用：请删去
lint-unused-names = 这条注释对 { $names } 不起作用：请删去
lint-unused-strangers = 这条注释对 { $names } 不起作用，没有这样的规则：请删去
lint-written-elsewhere = `{ $here }` 在别处写作 `{ $right }`

## 规则的内容

rule-discouraged-name = 不推荐的名称或旧称，或已知名称的另一种转写
rule-hidden-character = 名称中的不可见字符或拆开的字母
rule-inconsistent-name = 一篇文章中同一事物有两种写法或两种地区名称
rule-missing-gloss = 体例要求首次提到时附上另一名称而未附上
rule-misspelled-name = 与已知名称相近、但没有任何来源或系统给出的写法
rule-mixed-hanzi = 名称中简体文本夹有繁体字，或繁体文本夹有简体字
rule-mixed-romanization = 俄语名称所用的转写系统与文中其他名称不同
rule-mixed-script = 单词中混有另一种文字的形近字母
rule-name-order = 名和姓的次序与文中别处不同
rule-name-punctuation = 名称各部分之间的间隔号、连字符或空格有误，或与全文不一
rule-translation-mismatch = 原文的名称在译文中没有可用的对应（isonym compare）
rule-unlisted-variant = 一篇文章中两种写法很可能是同一个词表未收的名称
rule-unmatched-gloss = 括号中另一种语言的名称不是括号前事物的名称
rule-unused-ignore = 给检查程序的注释，但不起任何作用
rule-yo-consistency = 同一名称时而写 ё 时而写 е
