# Что программа говорит по-русски.

## Итоги и отчёты

count-files = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}
count-errors = { $count ->
    [one] { $count } ошибка
    [few] { $count } ошибки
   *[many] { $count } ошибок
}
count-warnings = { $count ->
    [one] { $count } предупреждение
    [few] { $count } предупреждения
   *[many] { $count } предупреждений
}
count-notes = { $count ->
    [one] { $count } замечание
    [few] { $count } замечания
   *[many] { $count } замечаний
}
count-units = { $count ->
    [one] { $count } отрезок
    [few] { $count } отрезка
   *[many] { $count } отрезков
}
count-fixes = { $count ->
    [one] { $count } исправление
    [few] { $count } исправления
   *[many] { $count } исправлений
}
fixes-made = { $fixes } внесено ({ $files })
fixes-possible = { $fixes } можно внести ({ $files })
expected = ожидалось: `{ $suggestion }`
unit = отрезок `{ $id }`
count-lines = { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
}
count-articles = { $count ->
    [one] { $count } статья
    [few] { $count } статьи
   *[many] { $count } статей
}
lines-in = { $lines } ({ $files })
stats-names = имена
stats-findings = находки
stats-rules = находки по правилам
stats-first = { $what } (первые { $most } из { $count })
count-findings = { $count ->
    [one] { $count } находка
    [few] { $count } находки
   *[many] { $count } находок
}
baseline-written = { $path }: записано { $findings }
baseline-old = { $path }: устарело { $findings }; `--write-baseline { $path }` запишет заново
count-changes = { $count ->
    [one] { $count } изменение
    [few] { $count } изменения
   *[many] { $count } изменений
}
count-names-accepted = принято имён: { $count }
count-names-defined = имён для глоссария: { $count }
changes-in = { $changes } ({ $files })
changes-left = { $changes }: невозможно внести там, где стоит имя
count-more-places = { $count ->
    [one] ещё { $count } место
    [few] ещё { $count } места
   *[many] ещё { $count } мест
}
count-unread = не проверено: { $count }
nothing-found = ничего не найдено
in-place = место: { $place }
write = пишите `{ $suggestion }`
or = или { $suggestions }
level-error = ошибка
level-warning = предупреждение
level-note = замечание
level-help = подсказка
no-such-file = { $path }: нет такого файла
no-such-rule = нет правила `{ $rule }`; есть правила { $rules }

## Справка: заголовки

heading-usage = Использование:
heading-commands = Команды
heading-options = Параметры
heading-arguments = Аргументы

## Справка: общее

help = Следит за единообразием имён и названий в китайских, русских и английских текстах
help-help = Показать справку
help-version = Показать версию
help-help-command = Показать эту справку или справку о команде
help-color = Когда использовать цвет: auto — на терминале, если не задана NO_COLOR
help-quiet = Не выводить в поток ошибок ничего, кроме ошибок, и не печатать итог
help-no-cache = Не использовать и не хранить скомпилированные индексы глоссариев, как с ISONYM_NO_CACHE
help-ui-lang = Язык справки и сообщений; без параметра — язык системы
help-any-glossary = Глоссарий поверх встроенного и предыдущих
help-any-no-default-glossary = Не использовать встроенный глоссарий
help-any-style = Стиль издания, чьи названия предпочитаются (список: `isonym styles`); из нескольких действует последний

## Справка: проверка статей

help-lint = Проверить имена и названия в статьях
help-lint-baseline = Не показывать находки, которые записаны в этом файле
help-lint-interactive = Пройти по находкам на терминале и в конце записать решённое
help-lint-jsonl-field = Каждая строка .jsonl, .ndjson и стандартного ввода — объект JSON, а это его поле — статья: у находок строка файла, а столбцы и байты считаются в тексте поля. Эти и другие файлы могут быть сжаты (.gz, .zst)
help-lint-since = Только находки в строках, изменённых после этой ревизии git
help-lint-stats = Вместо находок — сколько раз они и имена встречаются во всех статьях (форматы text и json)
help-lint-write-baseline = Записать все находки в файл для `--baseline` и не сообщать ни об одной
help-lint-columns = В таблицах (CSV, TSV, XLSX) проверять только эти столбцы: названия из первой строки или номера с 1
help-lint-diff = Показать, что изменил бы `--fix`, ничего не меняя
help-lint-encoding = Кодировка статей; без параметра определяется по байтам
help-lint-fix = Внести безопасные исправления; для стандартного ввода результат идёт в стандартный вывод
help-lint-format = В каком виде выводить находки
help-lint-ignore = Не применять эти правила
help-lint-lang = Язык статей: auto, en, ru или zh
help-lint-max-file-size = Файлы больше этого размера не читаются
help-lint-min-severity = С какой степени находок код возврата равен 1; выводятся все
help-lint-paths = Файлы и папки; `-` или конвейер — стандартный ввод
help-lint-scope = Сравнивать имена внутри каждого документа или ещё и между всеми документами запуска
help-lint-select = Применять только эти правила
help-lint-stdin-filename = Имя для стандартного ввода: расширение говорит о формате
help-lint-track = Вместе с `--fix`: вносить исправления в документы Word как отслеживаемые, с примечаниями о причине
help-lint-unsafe-fixes = Вместе с `--fix` или `--diff`: вносить и те исправления, которые должен посмотреть человек

## Справка: поиск и преобразование

help-lookup = Найти названия на других языках
help-lookup-format = В каком виде выводить ответы. Столбцы tsv: запрос, статья глоссария, как найдено, оценка, найденное имя, zh, ru, en
help-lookup-from = Искать только среди имён этого языка: zh, ru или en
help-lookup-limit = Сколько ответов давать на имя, лучшие первыми [по умолчанию: 5, в tsv 1]
help-lookup-names = Имена; без них — строки стандартного ввода
help-lookup-to = Отвечать на этом языке; ненайденное имя преобразуется и помечается
help-translit = Преобразовать имена в другое письмо по названной системе
help-translit-candidates = Сколько ответов давать на имя, лучшие первыми
help-translit-file = Читать имена из файла, по одному в строке
help-translit-from = Система, которой имена записаны: прочитать обратно
help-translit-kind = Чьи это имена
help-translit-list = Перечислить системы
help-translit-rules-only = Без глоссария и словаря имён, только таблицы и правила
help-translit-text = Имена; без них — строки стандартного ввода
help-translit-to = Система преобразования или язык с его обычной системой: ru, zh, en
help-same = Сказать, одно ли это имя в двух написаниях
help-same-file = Читать пары из файла
help-same-pair = Два написания; без них — пары стандартного ввода, разделённые табуляцией
help-same-rules-only = Без глоссария, только таблицы и правила
help-identify = Найти системы, которые могли дать такое написание, и исходное имя
help-identify-candidates = Сколько исходных имён давать на систему
help-identify-file = Читать написания из файла, по одному в строке
help-identify-names = Написания; без них — строки стандартного ввода
help-identify-rules-only = Без глоссария, только таблицы и правила
help-inflect = Дать падежные формы русских имён и названий
help-inflect-format = В каком виде выводить формы. Столбцы tsv: имя, склонение, шесть падежей единственного числа, шесть множественного
help-inflect-gender = Род: masc, femn или neut; без параметра — все возможные
help-inflect-kind = Чьи это имена: place, person, surname, given, patronymic или thing; без параметра — все
help-inflect-names = Русские имена в именительном падеже; без них — строки стандартного ввода

## Справка: сравнение перевода

help-mentions = Перечислить имена в текстах с их местами или с числом упоминаний
help-mentions-count = Сколько раз каждое имя стоит во всех текстах вместе, самые частые первыми, вместо мест
help-mentions-encoding = Кодировка текстов; без параметра определяется по байтам
help-mentions-format = В каком виде выводить упоминания. Столбцы csv: path, line, column, start, end, text, entry, kind, lang
help-mentions-lang = Только имена на этом языке: zh, ru или en
help-mentions-max-file-size = Файлы больше этого размера не читаются
help-mentions-paths = Файлы и папки; `-` или ничего в конвейере — стандартный ввод
help-compare = Проверить, те ли имена в переводе, что в исходном тексте
help-compare-aligned = Строка n одного файла переводит строку n другого
help-compare-encoding = Кодировка файлов; без параметра определяется по байтам
help-compare-format = В каком виде выводить находки
help-compare-from = Язык исходного текста: auto, en, ru или zh
help-compare-max-file-size = Файлы больше этого размера не читаются
help-compare-min-severity = С какой степени находок код возврата равен 1; выводятся все
help-compare-source = Исходный текст или файл с обеими сторонами (.po, .xlf, .xliff, .tmx)
help-compare-target = Перевод; не нужен, если первый файл содержит обе стороны
help-compare-to = Язык перевода: auto, en, ru или zh

## Справка: глоссарии

help-glossary = Работать с файлами глоссариев
help-glossary-add = Добавить строку в файл глоссария
help-glossary-add-en = Английское имя
help-glossary-add-encoding = Кодировка файла; без параметра определяется по байтам
help-glossary-add-file = Файл глоссария; если его нет, он создаётся
help-glossary-add-form = Форма имён: official, short, abbreviation, adjective, demonym
help-glossary-add-homonym = Добавить строку, даже если одно из имён есть у другой статьи: омонимы — отдельные статьи
help-glossary-add-id = Идентификатор статьи; без параметра образуется из имени
help-glossary-add-kind = Вид: city, river, person …
help-glossary-add-note = Примечание
help-glossary-add-ru = Русское имя
help-glossary-add-source = Где имя проверено
help-glossary-add-status = Статус имён: preferred, admitted, deprecated, superseded
help-glossary-add-style = Стиль издания или орган, от чьего имени строка
help-glossary-add-suggest = Добавить строки с именами на недостающих языках: допустимые, с указанием системы и пометкой, что не проверены
help-glossary-add-system = Как образовано имя: palladius, postal …
help-glossary-add-valid = Годы, в которые имя действовало: 1858/1931
help-glossary-add-zh = Китайское имя
help-glossary-check = Сообщить обо всём, что не так в файлах глоссариев
help-glossary-check-encoding = Кодировка файлов; без параметра определяется по байтам
help-glossary-check-files = Файлы глоссариев; `-` — стандартный ввод
help-glossary-diff = Показать, чем различаются два глоссария
help-glossary-diff-format = В каком виде выводить различия. Столбцы tsv: `-` или `+`, статья, язык, имя, статус, форма, стиль, система, годы, примечание, источник
help-glossary-diff-new = Глоссарий, как он есть
help-glossary-diff-old = Глоссарий, каким он был
help-glossary-export = Записать глоссарии для других программ: таблицы, TBX, OmegaT, DeepL …
help-glossary-export-all-names = В форматах с двумя столбцами: и допустимые имена исходного языка
help-glossary-export-encoding = Кодировка файлов глоссариев; без параметра определяется по байтам
help-glossary-export-files = Файлы глоссариев, последующие поверх предыдущих; `-` — стандартный ввод. Без них — встроенный глоссарий
help-glossary-export-format = Формат: csv, tsv, xlsx, tbx (версия 2), tbx3-dca, tbx3-dct, omegat, deepl, google или weblate; без параметра — по имени выходного файла
help-glossary-export-from = Исходный язык форматов с двумя столбцами
help-glossary-export-kind = Только статьи этих видов
help-glossary-export-map = Как озаглавить столбец таблицы: `English=en`, `Remark=note`
help-glossary-export-output = Файл для записи; без параметра — стандартный вывод
help-glossary-export-to = Язык перевода форматов с двумя столбцами
help-glossary-fmt = Привести файлы глоссариев к каноническому виду
help-glossary-fmt-check = Ничего не менять: перечислить файлы не в каноническом виде
help-glossary-fmt-encoding = Кодировка файлов; записываются они в UTF-8
help-glossary-fmt-files = Файлы глоссариев; `-` — стандартный ввод, который пишется в стандартный вывод
help-glossary-import = Прочитать глоссарии других программ: таблицы, TBX, OmegaT, GeoNames, Викиданные …
help-glossary-import-append = Добавить в глоссарий то, чего в нём нет; без параметра имеющийся файл не трогается
help-glossary-import-class = Для Викиданных: класс и вид, которому он соответствует, например `Q4022=river`; без параметра — обычные
help-glossary-import-country = Для GeoNames: страны, например `RU,CN`
help-glossary-import-encoding = Кодировка файлов; без параметра определяется по байтам
help-glossary-import-feature = Для GeoNames: классы или коды объектов, например `P,ADM1`
help-glossary-import-files = Файлы одного формата; `-` — стандартный ввод
help-glossary-import-format = Их формат: csv, tsv, xlsx, tbx, omegat, deepl, google, weblate, geonames, cc-cedict или wikidata; без параметра — по именам файлов
help-glossary-import-from = Язык первого из двух столбцов; без параметра — по буквам
help-glossary-import-kind = Вид статей, о которых файл не говорит
help-glossary-import-map = Что содержит столбец с другим заголовком: `Город=en`, `Bemerkung=note`
help-glossary-import-min-languages = Пропускать статьи с именами на меньшем числе языков [по умолчанию: 2 для geonames, wikidata и cc-cedict, иначе 1]
help-glossary-import-min-population = Для GeoNames: наименьшее население
help-glossary-import-output = Глоссарий для записи; без параметра — стандартный вывод
help-glossary-import-overwrite = Записать поверх имеющегося файла
help-glossary-import-sheet = Лист книги; без параметра — первый
help-glossary-import-source = Источник имён, о котором файл не говорит
help-glossary-import-split = Что разделяет несколько имён в ячейке: первое предпочитается, остальные допустимы
help-glossary-import-to = Язык второго из двух столбцов
help-glossary-merge = Объединить то, что два человека сделали из одного глоссария
help-glossary-merge-base = Глоссарий, с которого начали оба
help-glossary-merge-ours = Наша версия
help-glossary-merge-output = Файл для записи, может быть один из трёх; без параметра — стандартный вывод
help-glossary-merge-theirs = Их версия
help-glossary-stats = Сосчитать имена глоссариев по видам, языкам, статусам и источникам
help-glossary-stats-encoding = Кодировка файлов; без параметра определяется по байтам
help-glossary-stats-files = Файлы глоссариев, последующие поверх предыдущих; `-` — стандартный ввод. Без них — встроенный глоссарий
help-glossary-stats-format = В каком виде выводить числа. Столбцы tsv: что сосчитано, значение, число
help-glossary-suggest = Найти в статьях имена, которых нет в глоссарии
help-glossary-suggest-articles = Статьи; `-` — стандартный ввод
help-glossary-suggest-encoding = Кодировка статей; без параметра определяется по байтам
help-glossary-suggest-format = В каком виде выводить имена. Столбцы tsv: число, язык, имя, первое место
help-glossary-suggest-min-count = Пропускать имена, которые встречаются реже

## Справка: прочее

help-accept = Считать написания верными с этого времени (записать в isonym.toml проекта)
help-accept-names = Написания; русское имя в именительном падеже принимается со всеми падежными формами
help-index = Построить, показать или удалить скомпилированные индексы глоссариев
help-index-build = Скомпилировать глоссарии, в том числе небольшие, и хранить их индексы
help-index-build-files = Глоссарии, наложенные друг на друга в этом порядке; без них — те, что в ближайшем isonym.toml
help-index-clear = Удалить всё, что хранится
help-index-info = Показать, что хранится и где
help-lsp = Служить редакторам по протоколу LSP через стандартный ввод и вывод
help-lsp-stdio = Говорить через стандартный ввод и вывод, как и без этого параметра
help-serve = Открыть на этой машине страницу для проверки статей и поиска имён и то же в виде JSON
help-serve-host = Адрес; не на этой машине — только с ключом
help-serve-open = Открыть страницу в браузере
help-serve-port = Порт; 0 берёт свободный
help-serve-token = Ключ, который должен знать обращающийся, не короче 16 знаков; то же делает ISONYM_TOKEN в окружении
help-serve-writable = Разрешить странице менять глоссарий: последний `--glossary`, который создаётся при первой записи
help-styles = Перечислить стили изданий или названия, которые предпочитает один из них
help-styles-format = В каком виде выводить. Столбцы tsv: стиль и заглавие либо статья, язык, имя, статус, источник
help-styles-id = Стиль, чьи названия показать; без него перечисляются стили
help-explain = Показать описание правила или перечислить правила
help-explain-rules = Имена правил; без них — список правил
help-completions = Вывести сценарий автодополнения для оболочки
help-completions-shell = Оболочка
help-man = Вывести страницу руководства

## Что говорят правила

lint-compare-fewer = у `{ $expected }` соответствий меньше, чем упоминаний, а у `{ $written }` нет соответствия в исходном тексте
lint-compare-missing = у `{ $expected }` нет соответствия в переводе
lint-compare-never = `{ $expected }`: в исходном тексте { $times } ×, в переводе ни разу
lint-compare-other = у `{ $expected }` здесь нет соответствия, а у `{ $written }` его нет в исходном тексте
lint-compare-rarer = `{ $expected }`: в исходном тексте { $here } ×, соответствий в переводе { $there } ×
lint-compare-reading = `{ $written }` — запись { $characters } по системе { $system }; название — `{ $expected }`
lint-compare-stranger = у `{ $written }` нет соответствия в исходном тексте
lint-converted = `{ $here }` — запись `{ $source }` по системе { $system }; пишите `{ $right }`
lint-counted = { $count } × `{ $model }`, здесь `{ $here }`
lint-counted-elsewhere = { $count } × `{ $model }` в других статьях ({ $place }), здесь `{ $here }`
lint-counted-yo = { $count } × с `{ $letter }` (`{ $model }`), здесь `{ $here }`
lint-deprecated = `{ $here }` — нерекомендуемое имя; пишите `{ $right }`
lint-former = `{ $here }` — прежнее имя; пишите `{ $right }`
lint-gloss = `{ $here }` — не имя того, что названо `{ $name }`
lint-gloss-missing = стиль требует рядом с первым упоминанием `{ $name }` имени `{ $gloss }`
lint-hidden = внутри `{ $right }`: { $character }
lint-misspelling = `{ $here }` — ошибочное написание, верно `{ $right }`
lint-mixed-hanzi = `{ $character }` в `{ $here }`: { $set }, а текст написан иначе
lint-mixed-script = { $letters } внутри слова, набранного другим письмом ({ $script })
lint-order = { $count } × `{ $model }`, здесь `{ $here }` в обратном порядке
lint-systems = `{ $here }` передано по другой системе ({ $system }), чем другие имена статьи (их { $count }), например `{ $model }`
lint-unused = этот комментарий ничего не отключает: удалите его
lint-unused-names = этот комментарий не отключает ничего из { $names }: удалите
lint-unused-strangers = этот комментарий не отключает ничего из { $names }, такого правила нет: удалите
lint-written-elsewhere = `{ $here }` в других местах пишется `{ $right }`

## Что находят правила

rule-discouraged-name = нерекомендуемое или прежнее имя либо запись известного имени по другой системе
rule-hidden-character = невидимый знак или разложенная буква внутри имени
rule-inconsistent-name = одно и то же под двумя написаниями или двумя региональными именами в одной статье
rule-missing-gloss = имя, рядом с первым упоминанием которого стиль требует другого имени, а его нет
rule-misspelled-name = написание, которого не даёт ни один источник и ни одна система, рядом с известным именем
rule-mixed-hanzi = традиционные иероглифы в упрощённом тексте или наоборот внутри имени
rule-mixed-romanization = русское имя, переданное по другой системе, чем остальные имена статьи
rule-mixed-script = слово с похожими буквами другого письма
rule-name-order = имя и фамилия в другом порядке, чем в остальной статье
rule-name-punctuation = точка, дефис или пробел между частями имени, неверные или не как в остальной статье
rule-translation-mismatch = имя исходного текста без допустимого соответствия в переводе (isonym compare)
rule-unlisted-variant = два написания в одной статье, вероятно одного имени, которого нет в глоссарии
rule-unmatched-gloss = имя в скобках на другом языке, которое не принадлежит тому, что перед ними
rule-unused-ignore = комментарий для проверки, который ничего не отключает
rule-yo-consistency = одно имя и с ё, и с е
