//! Whole journeys in a real pseudo-terminal: what was acknowledged is found again.
#![cfg(unix)]

use crate::pty::Session;

#[test]
fn a_person_whose_terminal_was_killed_stands_where_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = Session::start_with(folder.path(), |command| {
        command.args(["--seed", "1"]);
    });
    first.shows(&["Selamat datang di pandu"]);
    first.press("\r");
    first.shows(&["NIP tidak ditanyakan"]);
    first.press("Siti\r\r");
    first.shows(&["Kenali pandu", "1 dari 4"]);
    first.press("\x1b");
    first.shows(&["Selamat datang, Siti", "tersimpan"]);
    first.press("\r");
    first.shows(&["hal. 1 dari 20"]);
    first.press("\x1b[F");
    first.space_until("hal. 2 dari 20");
    first.shows(&["hal. 2 dari 20", "tersimpan"]);
    first.press("\x1b");
    first.shows(&["Lanjutkan: Modul 1, halaman 2 dari 20"]);
    first.press("\x1b[B");
    first.press("\r");
    first.shows(&["1  Selamat datang"]);
    first.press("s");
    first.shows(&["soal 1 dari 12"]);
    first.press("a\r");
    first.shows(&["Seberapa yakin Anda?"]);
    first.press("2");
    first.shows(&["✓ Benar.", "✓ tersimpan", "o buka halaman"]);
    first.press("\x1b");
    first.shows(&["Yang sering disangka SOP", "s soal"]);
    first.press("\x1b[F");
    first.shows(&["Soal: 1 dari 36 terjawab", "s soal"]);
    first.press("\x1b");
    first.shows(&["q keluar"]);
    first.press("r");
    first.shows(&["Belum ada rencana tindak lanjut."]);
    first.press("\r");
    first.shows(&["Identitas rencana"]);
    first.press("Penerbitan Izin Praktik\x1b");
    first.shows(&["aksi pertama", "t tambah"]);
    first.press("t");
    first.shows(&["Baris 1"]);
    first.press("Mengukur waktu tiap langkah\r\r\rLama tiap");
    first.shows(&["Lama tiap", "isian 4 dari 14", "✓ tersimpan"]);
    first.kill();

    let mut second = Session::start(folder.path());
    second.shows(&["Selamat datang kembali, Siti", "RTL    1 baris"]);
    second.shows(&["Lanjutkan: RTL, baris 1", "Indikator"]);
    second.press("\r langkah");
    second.shows(&["isian 4 dari 14", "Lama tiap langkah"]);
    second.press("\x1b");
    second.shows(&["t tambah"]);
    second.press("\x1b");
    second.shows(&["Lanjutkan: Modul", "q keluar"]);
    second.press("r");
    // The last row of the screen is drawn last: what it says is not left over from before.
    second.shows(&["Mengukur waktu tiap langkah", "Penerbitan Izin Praktik", "t tambah"]);
    second.press("\x1b");
    second.shows(&["q keluar"]);
    second.press("\x1b[B\r");
    second.shows(&["Yang sering disangka SOP", "s soal"]);
    second.press("\x1b[F");
    second.shows(&["Soal: 1 dari 36 terjawab", "s soal"]);
    second.press("\x1b");
    second.shows(&["q keluar"]);
    second.press("\x03");
    assert!(second.end().success());
}
