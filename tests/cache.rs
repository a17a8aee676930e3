//! Kept indexes: whatever happens to them, the answers are those of the glossary's rows.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::Duration;

/// A row in which everything is right, one with an unknown kind, and one that stands twice.
const SMALL: &str = "id,kind,status,zh,ru,en\nqova,city,,克瓦城,Кова-Ривь,Qova Rive\n\
    bad,town,,坏,,\nmud,river,,泥河,Грязивка,Mudrivy\nmud,river,,泥河,Грязивка,Mudrivy\n";

/// A folder with a glossary and a cache of its own.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new(rows: &str) -> Place {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("ours.csv"), rows).expect("the glossary can be written");
        Place { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_isonym"));
        command
            .args(args)
            .current_dir(self.folder.path())
            .env("ISONYM_CACHE_DIR", self.path("cache"))
            .env_remove("ISONYM_NO_CACHE")
            .stdin(Stdio::null());
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("the program runs")
    }

    /// Everything that the program says of some names, some of which it does not know.
    fn answers(&self) -> Output {
        self.run(&ASK)
    }

    fn start(&self) -> Child {
        let mut command = self.command(&ASK);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().expect("the program starts")
    }

    fn build(&self) {
        let built = self.run(&["index", "build", "ours.csv"]);
        assert!(built.status.success(), "{built:?}");
    }

    /// The files of the cache that end so.
    fn kept(&self, ending: &str) -> Vec<PathBuf> {
        let files = fs::read_dir(self.path("cache/index")).into_iter().flatten();
        let paths = files.map(|file| file.expect("a file").path());
        paths
            .filter(|path| path.to_string_lossy().ends_with(ending))
            .collect()
    }

    fn index(&self) -> PathBuf {
        let kept = self.kept(".index");
        assert_eq!(kept.len(), 1, "{kept:?}");
        kept[0].clone()
    }
}

const ASK: [&str; 11] = [
    "lookup",
    "--glossary",
    "ours.csv",
    "--format",
    "jsonl",
    "Qova Rive",
    "Mudrivi",
    "泥河",
    "Кове-Риви",
    "Place of 77 Ends",
    "Harbin",
];

/// Rows of made-up places, more than are compiled without being kept.
fn many(rows: usize) -> String {
    let mut text = SMALL.to_owned();
    for number in 0..rows {
        let ru = format!("Место-{number} Конецкое");
        let _ = writeln!(
            text,
            "place-{number},city,,第{number}末地,{ru},Place of {number} Ends"
        );
    }
    text
}

#[track_caller]
fn assert_same(one: &Output, other: &Output) {
    assert_eq!(
        String::from_utf8_lossy(&one.stdout),
        String::from_utf8_lossy(&other.stdout)
    );
    assert_eq!(
        String::from_utf8_lossy(&one.stderr),
        String::from_utf8_lossy(&other.stderr)
    );
    assert_eq!(one.status.code(), other.status.code());
}

#[test]
fn answers_and_messages_are_the_same_with_and_without_an_index() {
    let place = Place::new(&many(2000));
    let plain = place.run(&[&ASK[..], &["--no-cache"]].concat());
    assert!(String::from_utf8_lossy(&plain.stderr).contains("ours.csv:3: kind: "));
    assert!(!place.path("cache").exists());
    for _ in 0..3 {
        assert_same(&place.answers(), &plain);
        place.index();
    }
    let styled = |more: &[&str]| place.run(&[&ASK[..], &["--style", "ap", "--style", "bbc"], more].concat());
    let plain = styled(&["--no-cache"]);
    assert_same(&styled(&[]), &plain);
    assert_same(&styled(&[]), &plain);
    assert_eq!(place.kept(".index").len(), 3);
}

#[test]
fn a_small_glossary_is_kept_only_if_that_is_wanted() {
    let place = Place::new(SMALL);
    let plain = place.answers();
    assert!(!place.path("cache").exists());
    place.build();
    assert_same(&place.answers(), &plain);
    let cleared = place.run(&["index", "clear"]);
    assert!(String::from_utf8_lossy(&cleared.stdout).starts_with("1 index removed"));
    assert!(place.kept("").is_empty());
    assert_same(&place.answers(), &plain);
}

#[test]
fn no_flipped_byte_changes_an_answer() {
    let place = Place::new(SMALL);
    let plain = place.answers();
    place.build();
    let index = place.index();
    let whole = fs::read(&index).expect("the index is there");
    for at in (0..whole.len()).step_by(64).chain(0..48) {
        let mut flipped = whole.clone();
        flipped[at] ^= 1 << (at % 8);
        fs::write(&index, &flipped).expect("it can be written");
        assert_same(&place.answers(), &plain);
        assert_eq!(
            fs::read(&index).expect("an index"),
            whole,
            "built again after byte {at}"
        );
    }
}

#[test]
fn what_is_remembered_of_files_is_no_truth_either() {
    let place = Place::new(SMALL);
    let plain = place.answers();
    place.build();
    // Until the files have settled nothing is remembered of them.
    thread::sleep(Duration::from_millis(2100));
    assert_same(&place.answers(), &plain);
    let index = place.index();
    let whole = fs::read(&index).expect("the index is there");
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 4;
    fs::write(&index, &flipped).expect("it can be written");
    assert_same(&place.answers(), &plain);
    assert_eq!(fs::read(&index).expect("an index"), whole);
    let records = place.kept(".seen");
    assert_eq!(records.len(), 2);
    for record in records {
        let right = fs::read(&record).expect("a record");
        for at in 0..right.len() {
            let mut wrong = right.clone();
            wrong[at] ^= 1 << (at % 8);
            fs::write(&record, wrong).expect("it can be written");
            assert_same(&place.answers(), &plain);
        }
    }
}

#[test]
fn a_cut_foreign_or_missing_index_is_built_again() {
    let place = Place::new(SMALL);
    let plain = place.answers();
    place.build();
    let index = place.index();
    let whole = fs::read(&index).expect("the index is there");
    let cuts = [0, 1, 7, 8, 47, 48, 191, 192, whole.len() / 2, whole.len() - 1];
    let mut others: Vec<Vec<u8>> = cuts.iter().map(|&length| whole[..length].to_vec()).collect();
    others.push([&whole[..], b"more"].concat());
    others.push(vec![0xff; whole.len()]);
    others.push(b"isonym\x00\x02".to_vec());
    others.push(SMALL.as_bytes().to_vec());
    for other in others {
        fs::write(&index, &other).expect("it can be written");
        assert_same(&place.answers(), &plain);
        assert_eq!(fs::read(&index).expect("an index"), whole);
    }
    fs::remove_file(&index).expect("it can be removed");
    assert_same(&place.answers(), &plain);
}

#[test]
fn an_index_of_other_rows_is_not_used() {
    let place = Place::new(SMALL);
    place.build();
    let old = fs::read(place.index()).expect("the index is there");
    let rows = SMALL.replace("Qova Rive", "Qova Riva");
    fs::write(place.path("ours.csv"), &rows).expect("the glossary can be written");
    let plain = place.run(&[&ASK[..], &["--no-cache"]].concat());
    assert!(String::from_utf8_lossy(&plain.stdout).contains("Qova Riva"));
    assert_same(&place.answers(), &plain);
    // An index that was right for the rows before, put back in its place.
    fs::write(place.index(), old).expect("it can be written");
    assert_same(&place.answers(), &plain);
}

#[cfg(unix)]
#[test]
fn rows_that_change_behind_the_clocks_back_are_noticed() {
    let place = Place::new(SMALL);
    place.build();
    thread::sleep(Duration::from_millis(2100));
    place.answers();
    let csv = place.path("ours.csv");
    let time = fs::metadata(&csv)
        .and_then(|file| file.modified())
        .expect("a time");
    fs::write(&csv, SMALL.replace("Qova Rive", "Qova Riva")).expect("the glossary can be written");
    let file = fs::File::options().write(true).open(&csv).expect("it opens");
    file.set_modified(time).expect("its time can be set");
    let found = place.answers();
    assert!(String::from_utf8_lossy(&found.stdout).contains("Qova Riva"));
}

#[test]
fn a_build_may_be_killed_at_any_moment() {
    let place = Place::new(&many(4000));
    let plain = place.run(&[&ASK[..], &["--no-cache"]].concat());
    for round in 0..24 {
        let mut child = place.start();
        thread::sleep(Duration::from_millis(round * round / 2));
        let _ = child.kill();
        child.wait().expect("it ends");
        if round % 6 == 5 {
            assert_same(&place.answers(), &plain);
            fs::remove_file(place.index()).expect("it can be removed");
        }
    }
    assert_same(&place.answers(), &plain);
    assert!(place.kept(".tmp").is_empty(), "a draft is left");
}

#[test]
fn several_may_build_one_index_at_once() {
    let place = Place::new(&many(2000));
    let plain = place.run(&[&ASK[..], &["--no-cache"]].concat());
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_same(&place.answers(), &plain));
        }
    });
    place.index();
    assert!(place.kept(".tmp").is_empty());
}

#[test]
fn without_a_folder_for_it_there_is_a_note_and_no_index() {
    let place = Place::new(&many(2000));
    let plain = place.run(&[&ASK[..], &["--no-cache"]].concat());
    fs::write(place.path("cache"), "a file where the folder should be").expect("it can be written");
    let found = place.answers();
    assert_eq!(found.stdout, plain.stdout);
    let said = String::from_utf8_lossy(&found.stderr);
    assert_eq!(said.matches("the index is not kept").count(), 1, "{said}");
    assert_same(&place.run(&[&ASK[..], &["--quiet"]].concat()), &plain);
    let mut without = place.command(&ASK);
    assert_same(
        &without.env("ISONYM_NO_CACHE", "1").output().expect("it runs"),
        &plain,
    );
}

/// A disk that is full is like a limit on the size of files: writing ends in the middle.
#[cfg(unix)]
#[test]
fn where_the_index_does_not_fit_it_is_left_out() {
    let place = Place::new(&many(2000));
    let plain = place.run(&[&ASK[..], &["--no-cache"]].concat());
    let words: Vec<String> = ASK.iter().map(|word| format!("'{word}'")).collect();
    let program = Path::new(env!("CARGO_BIN_EXE_isonym")).display();
    let script = format!("trap '' XFSZ; ulimit -f 16; exec '{program}' {}", words.join(" "));
    let found = Command::new("sh")
        .args(["-c", &script])
        .current_dir(place.folder.path())
        .env("ISONYM_CACHE_DIR", place.path("cache"))
        .output()
        .expect("there is a shell");
    assert_eq!(found.stdout, plain.stdout);
    let said = String::from_utf8_lossy(&found.stderr);
    assert_eq!(said.matches("the index is not kept").count(), 1, "{said}");
    assert!(place.kept(".index").is_empty() && place.kept(".tmp").is_empty());
    assert_same(&place.answers(), &plain);
}
