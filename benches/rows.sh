#!/bin/sh
# A glossary of made-up places for measuring, each with a Chinese, a Russian and an English name: benches/rows.sh ROWS > many.csv
exec awk -v rows="${1:?how many rows}" 'BEGIN {
    n = split("ba ko li re mu san ta vo ge ni do lan pe shi gu zha fe kun sta ru", en, " ")
    split("ба ко ли ре му сан та во ге ни до лан пе ши гу жа фе кун ста ру", ru, " ")
    split("Ба Ко Ли Ре Му Сан Та Во Ге Ни До Лан Пе Ши Гу Жа Фе Кун Ста Ру", first, " ")
    split("巴 科 利 雷 穆 桑 塔 沃 格 尼 多 兰 佩 希 古 扎 费 昆 斯 鲁", zh, " ")
    split("vo grad sk burg ino", en_end, " "); split("во град ск бург ино", ru_end, " "); split("沃 城 斯克 堡 诺", zh_end, " ")
    print "id,kind,zh,ru,en"
    for (row = 0; row < rows; row++) {
        # A step that has no factor in common with the range, so that neighbours are not alike.
        left = (row * 7368787 + 12345) % 16000000; e = ""; r = ""; z = ""
        end = left % 5 + 1; left = int(left / 5)
        for (at = 0; at < 5 && (left > 0 || at < 2); at++) {
            part = left % n + 1; left = int(left / n)
            e = e en[part]; r = r (at ? ru[part] : first[part]); z = z zh[part]
        }
        e = e en_end[end]; r = r ru_end[end]; z = z zh_end[end]
        print "place-" row ",city," z "," r "," toupper(substr(e, 1, 1)) substr(e, 2)
    }
}'
