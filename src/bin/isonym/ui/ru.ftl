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
help-lookup-country = Искать только то, что относится к этой стране: две буквы по ISO 3166-1 — CN, RU…
help-lookup-limit = Сколько ответов давать на имя, лучшие первыми [по умолчанию: 5, в tsv 1]
help-lookup-names = Имена; без них — строки стандартного ввода
help-lookup-no-context = Брать каждое имя отдельно. Без этого по именам перед ним видно, что из одноимённого имеется в виду: в столбце областей Воронеж — область
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
help-glossary-add-weight = Что из одноимённого имеется в виду прежде: то, что тяжелее; целое число, например число жителей
help-glossary-add-country = Страна, в которой оно находится или к которой относится: две буквы по ISO 3166-1
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

## Что говорит библиотека: ошибки, таблицы, места

said-archive-damaged = архив повреждён: { $why }
said-archive-no-document = архив, но не документ Word, не книга Excel и не текст OpenDocument
said-cell-decomposed = `{ $cell }` не в составной форме Юникода (NFC): `isonym glossary fmt` запишет `{ $composed }`
said-cell-foreign = `{ $cell }`: { $foreign } в столбце имён, где нужны { $own }
said-cell-invisible = в `{ $cell }` невидимый знак { $character }: удалите его
said-cell-mixed = в `{ $word }` смешаны кириллица и латиница: `{ $letter }` ({ $character }) — { $script }
said-cell-without-letters = в `{ $cell }` нет того, что здесь нужно ({ $own }): тот ли это столбец?
said-cells-empty = удалите пустые ячейки в конце
said-cells-many = { $count ->
    [one] { $count } ячейка
    [few] { $count } ячейки
   *[many] { $count } ячеек
} в таблице, где столбцов { $columns }
said-cells-missing = недостающие прочитаны как пустые; проверьте, не пропущена ли ячейка в середине
said-cells-names = { $count ->
    [one] { $count } ячейка
    [few] { $count } ячейки
   *[many] { $count } ячеек
}; в строке имён их 8 или 10
said-cells-number = { $count ->
    [one] { $count } ячейка
    [few] { $count } ячейки
   *[many] { $count } ячеек
} в таблице, где столбцов { $columns }: { $what }
said-cells-places = { $count ->
    [one] { $count } ячейка
    [few] { $count } ячейки
   *[many] { $count } ячеек
}; в строке мест их { $columns }
said-cells-quotes = ячейка с разделителем внутри должна стоять в кавычках
said-column-missing = в файле нет столбца `{ $column }`: сначала добавьте его в первую строку
said-column-missing-value = в файле нет столбца `{ $column }`: добавьте его в первую строку или уберите значение
said-column-needed = в файле нет столбца `{ $column }`, который нужен для `{ $id }`: добавьте его в первую строку
said-column-twice = столбец указан дважды: читается первый
said-columns-missing = не хватает столбцов: в первой строке должны быть хотя бы два из `zh`, `ru`, `en` или `id` и один из них
said-document-encrypted = документ зашифрован: сначала сохраните его без пароля
said-document-large = текст после распаковки больше { $limit } байт: это ловушка либо увеличьте `--max-file-size`
said-document-other = документ другого вида: читаются только документы Word, книги Excel и тексты OpenDocument
said-document-type = файл вида `{ $kind }`, а не текст OpenDocument
said-document-unwritten = документ не удаётся записать: { $why }
said-element-open = файл XML не целый: элемент не закрыт
said-elements-deep = больше { $most } вложенных элементов: это не документ
said-id-made = нет идентификатора: из имени образован `{ $id }`
said-ids-made = нет столбца `id`: идентификаторы образуются из английских имён или из русских, записанных латиницей
said-import-only = формат { $format } можно только прочитать
said-in-line = строка { $line }: { $why }
said-in-part = { $part }: { $why }
said-index-other = это индекс не этой версии isonym: постройте его заново
said-index-too-large = больше 4 ГиБ текста — слишком много для одного глоссария: разделите его на несколько
said-kind-unknown = вида `{ $word }` нет в списке: пропущено
said-language-untold = язык имени `{ $text }` не определить: укажите `--from` и `--to`
said-languages-missing = в формате { $format } два столбца: укажите `--from` и `--to`
said-languages-same = `--from` и `--to` должны быть разными языками
said-line-long = строка файла слишком длинна
said-lost-beside = имена помимо предпочитаемых
said-lost-category = значения категории данных `{ $category }`
said-lost-characters = знаки, которых нет в XML
said-lost-column = ячейки столбца `{ $header }`
said-lost-comments = строки с комментариями
said-lost-entities = сущности, которых файл не объясняет
said-lost-fewer = статьи с именами на меньшем числе языков, чем { $languages }
said-lost-fewer-two = статьи с именами меньше чем на двух языках
said-lost-homonyms = омонимы: записан первый
said-lost-items = объекты других классов
said-lost-kinds = виды
said-lost-kinds-unknown = виды, которых нет в списке
said-lost-languages = имена не на { $from } и не на { $to }
said-lost-letters = имена, записанные буквами другого языка
said-lost-nameless = статьи без китайского, русского или английского имени
said-lost-notes = примечания
said-lost-places = места, которых не просили
said-lost-preferred = вторые предпочитаемые имена, прочитаны как допустимые
said-lost-rows = строки сверх того, что вмещает лист
said-lost-sheets = другие листы
said-lost-subjects = предметные области, которым не соответствует ни один вид
said-lost-surnames = фамилии, варианты и имена без английского
said-lost-terms = термины на других языках
said-lost-weights = веса, которые не числа
said-lost-countries = страны, которые названы не кодом
said-lost-without = статьи без имени на { $from } или { $to }
said-lost-words = слова, которые не имена
said-malformed-xml = ошибка в XML: { $why }
said-malformed-xml-why = ошибка в XML: { $why }
said-merge-kind = вид: у нас { $ours }, у них { $theirs }
said-merge-name = { $lang } `{ $name }`: у нас { $ours }, у них { $theirs }
said-merge-preferred = { $lang }: предпочитаются и `{ $first }`, и `{ $second }`; второе записано как допустимое
said-merge-weight = вес: у нас { $ours }, у них { $theirs }
said-merge-country = страна: у нас { $ours }, у них { $theirs }
said-name-long = в строке нет имени, или оно слишком длинно
said-no-cedict = строка не вида `傳統 传统 [pin1 yin1] /meaning/`
said-no-column = нет столбца `{ $wanted }`; есть `{ $known }`
said-no-glossary = не глоссарий: в первой строке нет столбца вроде `id` или `zh`
said-no-id = `{ $cell }` — не идентификатор: нужны строчные латинские буквы, цифры и дефисы
said-no-item = не объект Викиданных: { $why }
said-no-language-column = ни один из столбцов `{ $header }` не язык: назовите столбец `zh-Hans`, `ru` или `en` либо укажите `--map HEADER=ru`
said-no-number = `{ $cell }` — не число
said-no-po = не файл PO: в нём нет `msgid`
said-no-row = на строке { $line } не начинается запись таблицы
said-no-rows = в файле нет строк: он начинается с заголовка вроде `zh,ru,en`
said-no-sheet = нет листа `{ $sheet }`; есть { $sheets }
said-no-tbx = не TBX: корневой элемент не `martif` и не `tbx`
said-no-tmx = не файл TMX: корневой элемент не `tmx`
said-no-translation = не XLIFF и не TMX
said-no-unit = нет отрезка на обоих языках: укажите их через `--from` и `--to`
said-no-weight = `{ $cell }` — не вес: напишите целое число без разделителей, например число жителей
said-no-country = `{ $cell }` — не код страны: напишите две буквы по ISO 3166-1, например RU
said-no-weight-number = `{ $cell }` — не вес: напишите целое число без разделителей
said-no-workbook = книгу не удаётся прочитать: { $why }
said-no-xliff = не файл XLIFF: корневой элемент не `xliff`
said-no-years = `{ $cell }` — не промежуток лет: напишите `1858/1931`, `1858/` или `/1931`
said-not-utf8 = не UTF-8
said-part-compressed = `{ $name }` сжато так, как документы не сжимаются
said-part-damaged = документ повреждён: { $name }: { $why }
said-part-encoding = { $name }: не UTF-8, не прочитано
said-part-endnotes = концевые сноски
said-part-footer = нижний колонтитул
said-part-footnotes = сноски
said-part-header = верхний колонтитул
said-part-missing = документ повреждён: в нём нет части `{ $name }`
said-part-name = часть названа `{ $name }`, чего в документах не бывает: не прочитано
said-parts-many = архив из { $count } частей, а не документ
said-place-attribute = атрибут `{ $name }`
said-place-cell = таблица { $table }, строка { $row }, столбец { $column }
said-place-cue = субтитр в { $time }
said-place-field = строка { $row }, столбец `{ $column }`
said-place-of-part = { $part }, { $place }
said-place-paragraph = абзац { $number }
said-place-sheet = лист `{ $sheet }`, ячейка { $cell }
said-place-unit = отрезок `{ $id }`
said-po-backslash = текст кончается обратной чертой
said-po-keyword = в PO нет такого слова: это не файл PO?
said-po-line = ни слова PO, ни текста в кавычках: это не файл PO?
said-po-no-id = `msgstr` без `msgid`
said-po-quote = перед кавычкой внутри текста нужна обратная черта
said-po-text = текст, который ни к чему не относится: это не файл PO?
said-po-unquoted = текст не в кавычках
said-problems-more = { $count ->
    [one] и ещё { $count } ошибка
    [few] и ещё { $count } ошибки
   *[many] и ещё { $count } ошибок
} до этой строки: исправьте первые и проверьте снова
said-quote-elsewhere = в другой строке кавычка не закрыта: сначала исправьте её
said-quote-followed = `{ $text }` стоит после закрывающей кавычки: кавычки, которые принадлежат тексту, удваиваются
said-quote-open = открывающая кавычка нигде не закрыта: закройте её или удвойте кавычки, которые принадлежат тексту
said-quotes-within = кавычки внутри `{ $cell }`: возьмите всю ячейку в кавычки, а те, что принадлежат тексту, удвойте
said-row-nameless = в строке нет имени: заполните `zh`, `ru` или `en`
said-row-no-name = в строке нет имени
said-row-twice = такая строка в файле уже есть: удалите одну из двух
said-row-two = в строке должно быть два имени
said-script-cyrillic = кириллица
said-script-han = иероглифы
said-script-latin = латиница
said-script-other = другое письмо
said-sheet-empty = лист `{ $sheet }` пуст: он начинается с заголовка вроде `zh-Hans`, `ru`, `en`
said-sheet-unread = лист `{ $sheet }` не удаётся прочитать: { $why }
said-term-missing = статья без китайского, русского или английского термина
said-two-kinds = у `{ $id }` в строке { $line } вид { $kind }: у статьи один вид; омонимам дайте свои идентификаторы
said-two-preferred = `{ $name }` — второе предпочитаемое имя статьи `{ $id }`, первое в строке { $line }: дайте одному из них другой статус
said-unknown-case = неизвестный падеж `{ $word }`; есть { $words }
said-unknown-column = неизвестный столбец не читается; столбцы: { $columns }
said-unknown-declension = неизвестное склонение `{ $word }`; есть { $words }
said-unknown-entity = неизвестная сущность `&{ $name };`
said-unknown-form = неизвестная форма `{ $word }`; есть { $words }
said-unknown-format = неизвестный формат `{ $word }`; есть { $words }
said-unknown-gender = неизвестный род `{ $word }`; есть { $words }
said-unknown-kind = неизвестный вид `{ $word }`; есть { $words }
said-unknown-language = неизвестный язык `{ $code }`: укажите zh, ru или en
said-unknown-number = неизвестное число `{ $word }`; есть { $words }
said-unknown-status = неизвестный статус `{ $word }`; есть { $words }
said-unknown-style = неизвестный стиль `{ $id }`; есть { $known } и те, что названы в строках глоссария
said-unknown-system = неизвестная система `{ $id }`: все перечисляет `isonym translit --list`
said-unknown-system-near = неизвестная система `{ $id }`, возможно { $near }: все перечисляет `isonym translit --list`
said-workbook-empty = в книге нет листов
said-xml-broken = дальше XML прочитать не удаётся: { $why }

## Ошибки и замечания программы

of-file = { $file }: { $why }
of-line = строка { $line }: { $why }
standard-input = стандартный ввод
input-not-utf8 = { $source }, строка { $line }: не UTF-8; сначала преобразуйте ввод в UTF-8
accepts = { $file }: принято `{ $name }`
no-list = `{ $key }` — не список: сделайте его списком, `{ $key } = []`
write-protected = файл защищён от записи
no-file-name = это не имя файла
index-not-kept = { $folder }: индекс не сохранён и в следующий раз будет построен заново: { $why }
remark-kept = { $file }: в глоссарии не всё в порядке: `isonym glossary check { $file }` покажет
one-file = { $file }: исходный текст и перевод — один файл
no-target = назовите и перевод (обе стороны содержат только файлы .po, .xlf, .xliff и .tmx)
lines-differ = строк в { $source } — { $here }, а в { $target } — { $there }: при `--aligned` у каждой строки свой перевод
text-large = текст слишком велик
character-missing = в { $encoding } нет `{ $letter }` ({ $character }): сначала сохраните файл в UTF-8
binary-byte = двоичный файл (нулевой байт в позиции { $at }), а не текст
unknown-encoding = неизвестная кодировка `{ $name }`; обычные — UTF-8, UTF-16LE, UTF-16BE, windows-1251, KOI8-R, GB18030 и Big5
binary-character = двоичный файл (в нём есть знак U+0000), а не текст
not-utf8-line = не UTF-8 в строке { $line }: укажите другую кодировку через `--encoding`
not-encoding = не { $encoding }: укажите другую кодировку через `--encoding`
encoding-untold = не UTF-8 (строка { $line }), а кодировку не определить: укажите её через `--encoding` или сохраните файл в UTF-8
encoding-guessed = не UTF-8: прочитано как { $encoding }, по догадке с уверенностью { $sure }; точно скажет `--encoding`
not-added = { $file }: не добавлено: { $why }
row-needs-name = в строке нужно имя: укажите --zh, --ru или --en (или --id вместе с --weight или --country)
suggested = предложено: { $lang } { $name } ({ $note })
rows-change = { $file }: запись в { $encoding } изменила бы другие строки: сначала сохраните файл в UTF-8
name-taken = `{ $name }` уже есть у `{ $entry }`: укажите `--id { $entry }` или, если это другое, `--homonym`
entries-shortened = { $count ->
    [one] у { $count } записи пропущен вес или страна
   *[other] у { $count } записей пропущен вес или страна
}: в файле нет столбца для них
names-known = { $count ->
    [one] { $count } имя уже было
    [few] { $count } имени уже были
   *[many] { $count } имён уже было
} в глоссарии
no-table-column = нет столбца `{ $column }`; есть { $columns }
no-format = формат не указан: добавьте `--format tbx` или `--output ФАЙЛ.tbx`
only-imported = { $format } можно только прочитать; записываются { $written }
no-wikidata-item = `{ $class }` — не объект Викиданных: он начинается с Q
two-formats = файлы двух форматов, { $first } и { $second }: читайте их по очереди
file-there = { $file }: такой файл есть: укажите `--append`, чтобы дополнить его, или `--overwrite`
no-places = ни в одном файле нет мест: назовите и `allCountries.txt` или файл страны
no-alternate-names = нет файла имён на других языках: заполняется только английский столбец; назовите и `alternateNamesV2.txt`
no-geonames = { $file }: не файл GeoNames: в его строках не 19, не 10 и не 8 ячеек
conflict = расхождение: { $id }: { $about }
more-problems = { $file }: { $count ->
    [one] ещё { $count } ошибка
    [few] ещё { $count } ошибки
   *[many] ещё { $count } ошибок
}: `isonym glossary check { $file }` покажет
no-row-of-use = { $file }: ни одна строка не годится
not-changed-guess = { $file }: по догадке не изменяется: укажите `--encoding { $encoding }`, если это верно
not-changed = { $file }: не изменён, потому что записан в { $encoding }: сначала сохраните его в UTF-8
format-untold = { $file }: имя не говорит о формате: укажите `--format`, один из { $formats }
no-equals = в `{ $text }` нет `=` между двумя словами
more-rows-unread = { $file }: { $count ->
    [one] ещё { $count } строка не читается
    [few] ещё { $count } строки не читаются
   *[many] ещё { $count } строк не читаются
}
count-entries = { $count ->
    [one] { $count } статья
    [few] { $count } статьи
   *[many] { $count } статей
}
count-names = { $count ->
    [one] { $count } имя
    [few] { $count } имени
   *[many] { $count } имён
}
count-rows = { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
}
count-indexes = { $count ->
    [one] { $count } индекс
    [few] { $count } индекса
   *[many] { $count } индексов
}
glossary-written = записано: { $entries }, { $names }
glossary-read = прочитано: { $entries }, { $names }
rows-unread = {"; "}не прочитано: { $rows }
not-held = не вошло: { $what } ({ $count })
glossary-errors = { $file }: { $count ->
    [one] { $count } ошибка
    [few] { $count } ошибки
   *[many] { $count } ошибок
}; `isonym glossary check` покажет
stats-no-source = (нет)
stats-total = всего
stats-entries = статьи
stats-complete = на всех трёх языках
stats-kinds = статьи по видам
stats-languages = имена по языкам
stats-statuses = имена по статусам
stats-sources = имена по источникам
nothing-kept = с `--no-cache` или ISONYM_NO_CACHE ничего не хранится: уберите это
no-glossary-named = нет глоссария: назовите его или перечислите `glossaries` в { $file }
index-unread = индекс не удаётся прочитать
index-built = { $file }: статей { $entries }, имён { $names }, { $size }
kept-nothing = в { $folder } ничего не хранится
index-entries = статьи
index-names = имена
index-size = размер
index-glossary = глоссарий
kept-in = хранится в { $folder }
index-strange = { $file }: другой версии или повреждён
removed = удалено: { $indexes }, { $size }
no-index-folder = нет папки для индексов: укажите её в ISONYM_CACHE_DIR
megabytes-less = < 0,1 МБ
megabytes = { $size } МБ
checksum = контрольная сумма не сходится
record-damaged = повреждено, дальше ничего не прочитать: { $why }
no-field = в объекте нет поля `{ $field }`: поле со статьёй называет `--jsonl-field`
no-text-in-field = в поле `{ $field }` нет текста
no-json = не JSON: { $why }, столбец { $column }
unknown-language = неизвестный язык `{ $code }`: укажите auto, en, ru или zh
no-baseline-row = { $file }:{ $line }: не строка списка известного: запишите файл заново
not-fixed-guess = по догадке не исправляется: укажите `--encoding { $encoding }`, если это верно
characters-change = запись в { $encoding } изменила бы другие знаки: сначала сохраните файл в UTF-8
needs-terminal = для --interactive нужен терминал: возьмите `--fix` или сначала посмотрите с `--diff`
nothing-written = ничего не записано
nothing-to-write = записывать нечего
write-it = { $summary }: записать?
nothing-to-check = проверять нечего: назовите файлы или папки
answers-on-input = через стандартный ввод вы отвечаете: назовите файлы
not-checked = не проверено
language-unknown = `{ $name }`: язык неизвестен
changed-meanwhile = не записано: файл тем временем изменил кто-то другой
nothing-to-undo = отменять нечего
no-suggestion = предложения { $number } нет
instead-of = вместо `{ $name }`:
walk-keys-none = e изменить, i оставить, x принять везде, g в глоссарий, u отменить, q выйти, ?
walk-keys-one = a записать, e изменить, i оставить, x принять везде, g в глоссарий, u отменить, q выйти, ?
walk-keys-many = a или номер — записать, e изменить, i оставить, x принять везде, g в глоссарий, u отменить, q выйти, ?
yes-or-no = { $question } [y/n]
walk-help =
    {"  "}a        записать первое предложение
    {"  "}1, 2 …   записать предложение с этим номером
    {"  "}e ТЕКСТ  записать ТЕКСТ
    {"  "}i        оставить
    {"  "}x        написание верно: принимать его везде
    {"  "}g        добавить имя в глоссарий
    {"  "}u        отменить последнее решение
    {"  "}q        закончить здесь
    {"  "}До конца ничего не записывается.
office-old = зашифрован, или это старый документ: сначала сохраните его как новый, без пароля
office-damaged = повреждён: это не архив, каким должен быть такой документ
archive-not-fixed = архивы не исправляются: распакуйте его или уберите `--fix` и `--diff`, чтобы увидеть найденное
stats-format = `--stats` выводится в форматах text и json
nothing-to-read = читать нечего: назовите файлы или папки либо подайте текст на стандартный ввод
no-document-in = { $folder }: нет ни одного документа, который можно прочитать
nothing-to-check-pipe = проверять нечего: назовите файлы или папки либо подайте текст на вход
scope-input = --scope run читает каждую статью дважды, а стандартный ввод этого не позволяет: назовите файлы
since-input = --since относится к файлам, а не к стандартному вводу
since-no-revision = --since: `{ $revision }` — не ревизия
since-no-repository = --since: файл не в репозитории git (или git не доверяет его владельцу)
since-unknown-revision = --since: git не знает здесь ревизии `{ $revision }`
since-cannot-compare = --since: git не может сравнить с `{ $revision }`
since-cannot-tell = --since: git не может сказать, что изменено
since-no-git = для --since нужен git: { $why }
unknown-size-unit = неизвестная единица `{ $unit }`: укажите K, M или G
no-size = не размер: напишите, например, 64M
size-large = слишком велико
unpacking = при распаковке: { $why }
no-gzip = повреждён: это не файл gzip
no-zstandard = повреждён: это не файл Zstandard
binary-pdf = файл PDF, а не текст: сначала сохраните его как текст
binary-archive = архив или офисный документ, а не текст: сначала сохраните его как текст
binary-rtf = документ RTF, а не текст: сначала сохраните его как текст
binary-office = старый офисный документ, а не текст: сначала сохраните его как текст
no-file = нет такого файла
file-large-size = { $size } байт больше предела { $limit }: разделите файл или увеличьте `--max-file-size`
file-large = больше предела { $limit }: разделите файл или увеличьте `--max-file-size`
and-more = { $shown }, ещё { $count }
did-you-mean = { $query }: такого имени нет; возможно, имелось в виду
lookup-kind = вид
lookup-entry = статья
lookup-found-by = как найдено
not-found = { $query }: не найдено
converted-by = { $name }  по системе { $system } ({ $basis })
name-preferred = имя
name-admitted = допустимое имя
name-deprecated = нерекомендуемое имя
name-superseded = прежнее имя
found-spelling = другое написание
found-folded = { $what } `{ $name }`, записано иначе
found-inflected = форма: { $what } `{ $name }`
found-converted = `{ $name }`, преобразовано по системе
found-near = близость к `{ $name }`, { $score }
found-by-column = { $how }, как и предыдущие имена
reason-spelling = по написанию
reason-entry = по статье глоссария
reason-inflected = по падежной форме
reason-system = по системе { $system }
reason-systems = по системам { $first } и { $second } из одного исходного
reason-characters = по иероглифам
reason-syllables = по слогам
reason-sound = по звучанию
verdict-same = одно имя ({ $score }, { $reason })
verdict-different = разные имена ({ $score }, { $reason })
unknown-style = неизвестный стиль `{ $id }`; есть { $known }
style-system = предпочитает названия по системе { $system }
style-also = также { $name }
style-not = не { $name }
progress-read = {"прочитано {bytes}, {bytes_per_sec}"}
progress-left = {"{bar:40} {percent} %  {bytes} из {total_bytes}, осталось {eta}"}
progress-run = {"{bar:40} {percent} %  {bytes} из {total_bytes}, {bytes_per_sec}, осталось {eta}"}
added = { $file }: добавлено `{ $name }`
serve-no-token = к { $host } могут обратиться другие: задайте ключ через `--token` или { $variable } либо уберите `--host`
serve-token-short = ключ слишком короткий: возьмите { $least } знаков или больше
serve-token-letters = в ключе могут быть только латинские буквы, цифры и `-_.~`
serve-address = { $address }: { $why }: выберите другой порт через `--port`
serving = работает до Ctrl-C; ничего не покидает эту машину
no-browser = браузер не запускается: откройте { $page }

## Ошибки в аргументах

usage-options = ПАРАМЕТРЫ
usage-command = КОМАНДА
heading-values = Возможные значения:
help-default = [по умолчанию: { $value }]
help-values = [возможные значения: { $value }]
refused-help = Подробнее: `--help`.
refused-tip = совет: { $tip }
refused-value = неверное значение `{ $value }` параметра `{ $argument }`
refused-value-why = неверное значение `{ $value }` параметра `{ $argument }`: { $why }
refused-no-value = у `{ $argument }` нет значения
refused-argument = неизвестный аргумент `{ $argument }`
refused-command = неизвестная команда `{ $command }`
refused-no-command = не указана команда
refused-no-equals = значение `{ $argument }` пишется после знака равенства
refused-too-many = лишнее значение `{ $value }` параметра `{ $argument }`
refused-too-few = у `{ $argument }` значений должно быть не меньше { $least }, а дано { $count }
refused-number = у `{ $argument }` значений должно быть { $wanted }, а дано { $count }
refused-twice = `{ $argument }` нельзя указать несколько раз
refused-conflict = `{ $argument }` не сочетается с `{ $other }`
refused-conflict-with = `{ $argument }` не сочетается с:
refused-conflicts = `{ $argument }` не сочетается с другими указанными аргументами
refused-missing = не хватает обязательных аргументов:
refused-utf8 = аргумент не в UTF-8
refused-similar-command = есть похожая команда: { $known }
refused-similar-argument = есть похожий аргумент: { $known }
refused-similar-value = есть похожее значение: { $known }
refused-as-value = чтобы передать `{ $value }` как значение, напишите `{ $written }`
refused-elsewhere = есть `{ $known }`
refused-dashes = есть команда `{ $command }`; чтобы вызвать её, уберите `--` перед ней

## Что говорит система

io-not-found = нет такого файла или папки
io-permission = нет прав доступа
io-exists = уже существует
io-directory = это папка
io-no-directory = это не папка
io-full = нет места на диске
io-read-only = файловая система только для чтения
io-address = адрес занят
io-no-address = адрес недоступен
io-invalid = не UTF-8
io-end = данные неожиданно кончились
io-other = ошибка системы: { $why }
number-none = не целое число
number-large = число слишком велико
number-outside = число вне { $range }

## Страница руководства

man-name = ИМЯ
man-synopsis = ИСПОЛЬЗОВАНИЕ
man-description = ОПИСАНИЕ
man-options = ПАРАМЕТРЫ
man-version = ВЕРСИЯ
man-author = АВТОРЫ

## В редакторах

lsp-not-checked = документ не удалось проверить
lsp-no-name = нужно имя
lsp-no-name-there = здесь нет имени
lsp-no-command = нет команды `{ $command }`
lsp-no-language = нет языка `{ $code }`
lsp-language-unknown = язык имени `{ $name }` неизвестен: укажите `lang`
lsp-fix-all-of = Внести все безопасные исправления ({ $count })
lsp-fix-all = Внести все безопасные исправления
lsp-write = Написать `{ $suggestion }`
lsp-ignore = Отключить { $rule } в этой строке
lsp-accept = Считать `{ $name }` верным в этом проекте
lsp-add = Добавить `{ $name }` в глоссарий проекта
lsp-and-more = { $shown } и ещё { $count }
lsp-source = источник: { $sources }
lsp-glossary-unread = глоссарий не удаётся прочитать
lsp-not-shown = находок ниже, которые не показаны: { $count }
lsp-shipped = `{ $id }` есть во встроенном глоссарии, а это не файл
lsp-settings = настройки isonym оставлены прежними: { $why }
lsp-severity = `minSeverity` — `{ $other }`: укажите error, warning или note

## Справка: значения параметров

value-any-format-text = для людей
value-any-format-tsv = значения через табуляцию, по строке на имя
value-any-format-jsonl = по объекту JSON в строке на имя
value-mentions-format-csv = значения через запятую, с самой вероятной записью глоссария
value-lookup-format-text = таблица для людей
value-lookup-format-json = один массив JSON
value-lookup-format-jsonl = по объекту JSON в строке на имя
value-lookup-format-tsv = значения через табуляцию
value-lint-format-text = для людей, с местами в тексте
value-lint-format-json = один объект JSON со всеми файлами и итогом
value-lint-format-jsonl = по объекту JSON в строке на находку
value-lint-format-sarif = SARIF 2.1.0, для служб проверки кода
value-lint-format-github = команды GitHub, которые становятся пометками
value-lint-format-checkstyle = Checkstyle XML
value-lint-format-rdjson = формат Reviewdog
value-lint-format-junit = JUnit XML
value-lint-scope-document = имена внутри каждой статьи
value-lint-scope-run = и между всеми статьями запуска
value-compare-format-text = для людей, с местами в обоих текстах
value-compare-format-json = один объект JSON со всеми находками и итогом
value-compare-format-jsonl = по объекту JSON в строке на находку
value-glossary-suggest-format-text = по строке на имя
value-glossary-suggest-format-tsv = значения через табуляцию
value-glossary-suggest-format-jsonl = по объекту JSON в строке на имя
value-glossary-suggest-format-csv = строки глоссария, которые надо проверить: преобразования на другие языки помечены
