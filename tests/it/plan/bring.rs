//! `pandu plan --import` on real files, and the same from the screen: what it takes, what it leaves
//! alone, what it says when it cannot.

use super::*;

/// The plans and the number of the state as they lie on the disk.
fn kept(data: &Path) -> (Vec<Plan>, u64) {
    let opened = open(data);
    (opened.profile.plans, opened.profile.rev)
}

fn file(data: &Path, name: &str, text: &str) -> String {
    let path = data.join(name);
    put(&path, text);
    path.to_str().unwrap().to_owned()
}

fn json(plans: &[Plan]) -> String {
    serde_json::to_string(plans).unwrap()
}

/// A plan as it was, whenever it was edited.
fn same(mine: &Plan, other: &Plan) -> bool {
    *mine == Plan { edited: mine.edited, ..other.clone() }
}

const NOW: [&str; 2] = ["--now", "2026-12-01T09:00:00+07:00"];

fn import(data: &Path, path: &str, more: &[&str]) -> Output {
    run(data, &[&["--import", path], &NOW[..], more].concat())
}

#[test]
fn a_plan_that_is_not_there_is_added_and_the_second_time_changes_nothing() {
    let data = two_plans();
    let path = file(data.path(), "kelompok.json", &json(&[plan("cc", "Izin Usaha", 1)]));
    let said = printed(&import(data.path(), &path, &[]));
    assert!(said.contains("Rencana baru") && said.contains("1 baris ditambahkan"), "{said}");
    let (plans, rev) = kept(data.path());
    assert_eq!(plans.len(), 3);
    assert!(same(&plans[2], &plan("cc", "Izin Usaha", 1)), "{:?}", plans[2]);
    assert!(printed(&run(data.path(), &[])).contains("Izin Usaha"), "it is now the plan meant");
    let again = printed(&import(data.path(), &path, &[]));
    assert!(again.contains("1 baris sama") && again.contains("Tidak ada yang diubah"), "{again}");
    assert_eq!(kept(data.path()), (plans, rev));
}

#[test]
fn what_differs_is_left_alone_without_a_yes_and_replaced_with_one() {
    let data = two_plans();
    let mut theirs = plan("aa", "Izin Praktik", 2);
    theirs.rows[0].action = "Memasang bagan".to_owned();
    theirs.rows.push(Row { action: "Melatih petugas".to_owned(), ..Row::new("2".to_owned()) });
    let path = file(data.path(), "rtl.json", &json(&[theirs.clone()]));
    let said = printed(&import(data.path(), &path, &[]));
    assert!(said.contains("berbeda dan tidak diubah: baris 1") && said.contains("--yes"), "{said}");
    let mine = kept(data.path()).0.remove(0);
    assert_eq!(mine.rows[0], plan("aa", "Izin Praktik", 20).rows[0]);
    assert_eq!(mine.rows.len(), 2, "what is new is taken");
    let said = printed(&import(data.path(), &path, &["--yes"]));
    assert!(said.contains("diganti: baris 1"), "{said}");
    assert!(same(&kept(data.path()).0[0], &theirs));
}

#[test]
fn rows_of_a_table_go_into_the_named_plan() {
    let data = two_plans();
    let path =
        file(data.path(), "rtl.csv", "\u{feff}Rencana aksi;Mulai\r\n\"'=Uji\";01/12/2026\r\n");
    let said = printed(&import(data.path(), &path, &["--plan", "bb", "--lang", "en"]));
    assert!(said.contains("Akta Lahir") && said.contains("1 row added"), "{said}");
    let plans = kept(data.path()).0;
    assert_eq!((plans[0].rows.len(), plans[1].rows.len()), (1, 2));
    assert_eq!(plans[1].rows[1].action, "=Uji", "the guard against formulas is taken off");
    let said = refused(&import(data.path(), &path, &["--plan", "zz"]));
    assert!(said.contains("zz") && said.contains("Akta Lahir"), "{said}");
}

#[test]
fn nothing_is_changed_by_a_file_that_cannot_be_understood() {
    let data = two_plans();
    let good = json(&[plan("cc", "Izin Usaha", 1)]);
    let bad = [
        file(data.path(), "a.csv", "Rencana aksi;Mulai\nMengukur;1/12/2026\nMemasang;31/02/2026\n"),
        file(data.path(), "b.json", good.get(..good.len() - 9).unwrap()),
        file(data.path(), "c.json", &json(&[plan("cc", "X", 1), plan("cc", "Y", 1)])),
        file(data.path(), "d.csv", ""),
        data.path().join("tidak-ada.csv").to_str().unwrap().to_owned(),
        data.path().to_str().unwrap().to_owned(),
    ];
    let before = kept(data.path());
    for path in bad {
        let said = refused(&import(data.path(), &path, &["--yes"]));
        assert!(
            said.contains("Tidak ada yang diubah") || said.contains("tidak dapat dibaca"),
            "{said}"
        );
        assert_eq!(kept(data.path()), before, "{path}");
    }
}

#[test]
fn an_open_window_or_a_missing_profile_keeps_a_plan_out() {
    let data = two_plans();
    let path = file(data.path(), "rtl.json", &json(&[plan("cc", "Izin Usaha", 1)]));
    let window = open(data.path());
    let said = refused(&import(data.path(), &path, &[]));
    assert!(said.contains("terbuka di jendela lain"), "{said}");
    drop(window);
    let folder = data.path().join("profiles/siti");
    let said = refused(&import(data.path(), &path, &["--profile", "siti"]));
    assert!(said.contains("Belum ada profil “siti”") && !folder.exists(), "{said}");
    assert_eq!(kept(data.path()).0.len(), 2);
}

#[test]
fn what_else_is_asked_for_beside_an_import_makes_no_sense() {
    let data = two_plans();
    for args in
        [&["--import", "x", "--format", "json"][..], &["--import", "x", "-o", "y"], &["--yes"]]
    {
        assert_eq!(run(data.path(), args).status.code(), Some(2), "{args:?}");
    }
}

/// Presses keys in the app and returns the last screen.
fn press(data: &Path, keys: &str) -> String {
    let mut command = Command::cargo_bin("pandu").unwrap();
    let fixed = ["--print", "--size", "80x24", "--lang", "id", "--seed", "1"];
    command.arg("--data").arg(data).args(fixed).args(NOW).args(["--keys", keys]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn on_the_screen_it_is_shown_first_taken_with_a_yes_and_taken_back_by_u() {
    let data = two_plans();
    let before = kept(data.path()).0;
    let mut theirs = plan("aa", "Izin Praktik", 2);
    theirs.rows[0].action = "Memasang bagan".to_owned();
    let path = file(data.path(), "rtl.json", &json(&[theirs.clone()]));
    let typed = path.replace('_', "__").replace(' ', "_");
    let ask = format!("r m text:{typed} enter");
    let shown = press(data.path(), &ask);
    assert!(shown.contains("berbeda: baris 1") && shown.contains("Ganti yang berbeda"), "{shown}");
    assert_eq!(kept(data.path()).0, before, "nothing changes before the yes");
    press(data.path(), &format!("{ask} esc"));
    assert_eq!(kept(data.path()).0, before);
    press(data.path(), &format!("{ask} enter"));
    assert_eq!(kept(data.path()).0, before, "Enter alone replaces nothing");
    let taken = press(data.path(), &format!("{ask} down enter"));
    assert!(taken.contains("diganti: baris 1"), "{taken}");
    assert!(same(&kept(data.path()).0[0], &theirs));
    // The way back holds for the session: in one go.
    let mut other = theirs.clone();
    other.rows[0].action = "Melatih petugas".to_owned();
    file(data.path(), "rtl.json", &json(&[other]));
    press(data.path(), &format!("{ask} down enter*2 u"));
    assert!(same(&kept(data.path()).0[0], &theirs));
    file(data.path(), "rtl.json", &json(&[plan("cc", "Izin Usaha", 1)]));
    let before = kept(data.path()).0;
    let taken = press(data.path(), &format!("{ask} enter*2"));
    assert!(taken.contains("Izin Usaha"), "it stands on the table: {taken}");
    file(data.path(), "rtl.json", &json(&[plan("dd", "Izin Reklame", 1)]));
    let before = [before, vec![kept(data.path()).0.pop().unwrap()]].concat();
    assert_eq!(kept(data.path()).0, before);
    let back = press(data.path(), &format!("{ask} enter*2 u"));
    assert!(back.contains("dikeluarkan lagi"), "{back}");
    assert_eq!(kept(data.path()).0, before);
    let missing = press(data.path(), "r m text:/tidak/ada.json enter");
    assert!(missing.contains("tidak ada"), "{missing}");
}
