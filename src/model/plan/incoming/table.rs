//! Rows from a table (CSV) as spreadsheets write it: either separator, a mark at the beginning or
//! none, the columns in any order and either language, dates as people write them.

mod cells;

use std::collections::BTreeMap;

use jiff::civil::Date;

use self::cells::{Set, header};
use super::{Fault, MOST_ROWS, is_id, json::too_many};
use crate::model::{
    course::Course,
    faults::quoted,
    plan::{Row, columns::Column},
    text::{Said, Text},
};

/// What stands between two cells, the likeliest first.
const BETWEEN: [u8; 3] = [b';', b',', b'\t'];
/// Where FNV-1a begins, and what it multiplies by (Fowler, Noll, Vo; 64 bits).
const FNV: (u64, u64) = (0xcbf2_9ce4_8422_2325, 0x0100_0000_01b3);

/// Rows of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its rows; those without a name of their own have one made from what they say, so that the same
    /// file read twice is the same.
    pub lines: Vec<Line>,
    /// Headers of columns that were not understood and are left out.
    pub left_out: Vec<String>,
}

/// One row of a table: only what its columns say.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The row's name.
    pub id: String,
    sets: Vec<Set>,
}

impl Line {
    /// Writes what the columns say into a row.
    pub fn fill(&self, row: &mut Row) {
        for set in &self.sets {
            set.fill(row);
        }
    }
}

pub(super) fn read(text: &str, course: &Course, today: Date) -> Result<Table, Vec<Fault>> {
    let (text, first) = without_hint(text);
    let between = between(text);
    if let Some(line) = unclosed(text, between) {
        return Err(vec![not_closed().on(first + line)]);
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(between)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut records = reader.records().filter_map(Result::ok);
    let names: Vec<String> =
        records.next().map_or_else(Vec::new, |it| it.iter().map(str::to_owned).collect());
    let (columns, left_out) = columns(&names)?;
    let mut faults = Vec::new();
    let mut lines: Vec<Line> = Vec::new();
    let mut seen = BTreeMap::new();
    for record in records {
        let line = first + record.position().map_or(0, csv::Position::line);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if record.iter().skip(columns.len()).any(|cell| !cell.trim().is_empty()) {
            faults.push(too_wide(record.len(), columns.len()).on(line));
            continue;
        }
        let mut id = String::new();
        let mut sets = Vec::new();
        for (place, cell) in columns.iter().zip(record.iter()) {
            let Some(column) = place else { continue };
            match Set::read(*column, cell, course, today) {
                Ok(Some(Set::Id(name))) => id = name,
                Ok(Some(set)) => sets.push(set),
                Ok(None) => {}
                Err(fault) => {
                    let name = names.get(columns.iter().position(|it| it == place).unwrap_or(0));
                    faults.push(fault.on(line).at(name.map_or("", String::as_str)));
                }
            }
        }
        let id = own_id(id, &sets, &mut seen);
        lines.push(Line { id, sets });
    }
    if lines.len() > MOST_ROWS {
        faults.push(too_many(lines.len()));
    }
    if lines.is_empty() && faults.is_empty() {
        faults.push(no_rows());
    }
    if faults.is_empty() { Ok(Table { lines, left_out }) } else { Err(faults) }
}

/// The name of a row: its own where it has one that was not met before, else one made from what
/// stands in it and how often that was met.
fn own_id(id: String, sets: &[Set], seen: &mut BTreeMap<String, u64>) -> String {
    let count = seen.get(&id).copied().unwrap_or(0);
    if !id.is_empty() && count == 0 {
        seen.insert(id.clone(), 1);
        return id;
    }
    let said = format!("{id}\u{1f}{sets:?}");
    let met = seen.entry(said.clone()).or_default();
    *met += 1;
    let signs = format!("{said}\u{1f}{met}");
    let hash = signs.bytes().fold(FNV.0, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(FNV.1));
    format!("{hash:016x}")
}

/// The text without the line `sep=;` by which some spreadsheets tell what stands between cells, and
/// how many lines that took.
fn without_hint(text: &str) -> (&str, u64) {
    match text.split_once('\n') {
        Some((hint, rest)) if hint.to_lowercase().starts_with("sep=") => (rest, 1),
        _ => (text, 0),
    }
}

/// What stands between cells: that by which most headers of the first line are known.
fn between(text: &str) -> u8 {
    let line = text.lines().next().unwrap_or_default();
    let known = |sign: &u8| {
        let cells = line.split(char::from(*sign));
        cells.filter(|cell| header(cell.trim_matches('"')).is_some()).count()
    };
    let best = BETWEEN.iter().map(known).max().unwrap_or(0);
    BETWEEN.into_iter().find(|sign| known(sign) == best).unwrap_or(b';')
}

/// The column of each header, and the headers that mean none.
type Headers = (Vec<Option<Column>>, Vec<String>);

/// What the headers mean.
fn columns(names: &[String]) -> Result<Headers, Vec<Fault>> {
    let columns: Vec<Option<Column>> = names.iter().map(|name| header(name)).collect();
    if !columns.contains(&Some(Column::Action)) {
        let known: Vec<String> = names.iter().take(8).map(|name| quoted(name)).collect();
        let known = known.join(", ");
        return Err(vec![
            Fault::whole(
                Said::new(
                    format!("Tidak ada kolom “Rencana aksi”; yang ada: {known}."),
                    format!("There is no column “Action”; there are: {known}."),
                ),
                Text::new(
                    "Baris pertama harus berisi judul kolom, seperti dalam pandu plan --format csv.",
                    "The first line has to hold the headers, as in pandu plan --format csv.",
                ),
            )
            .on(1),
        ]);
    }
    let twice = columns.iter().enumerate().find(|(at, column)| {
        column.is_some() && columns.iter().take(*at).any(|before| before == *column)
    });
    if let Some((at, _)) = twice {
        let name = names.get(at).map_or("", String::as_str);
        let fault = Fault::whole(
            Text::new("Kolom ini ada dua kali.", "This column stands there twice."),
            Text::new("Hapus salah satu.", "Remove one of them."),
        );
        return Err(vec![fault.on(1).at(name)]);
    }
    let left_out = names
        .iter()
        .zip(&columns)
        .filter(|(name, column)| column.is_none() && !name.trim().is_empty());
    let left_out = left_out.map(|(name, _)| name.clone()).collect();
    Ok((columns, left_out))
}

/// The line on which a quotation mark opens a cell that no other mark closes.
fn unclosed(text: &str, between: u8) -> Option<u64> {
    let between = char::from(between);
    let (mut line, mut opened, mut is_start) = (1, None, true);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match (sign, opened) {
            ('"', Some(_)) if signs.peek() == Some(&'"') => drop(signs.next()),
            ('"', Some(_)) => opened = None,
            ('"', None) if is_start => opened = Some(line),
            _ => {}
        }
        is_start = opened.is_none() && (sign == between || sign == '\n' || sign == '\r');
        line += u64::from(sign == '\n');
    }
    opened
}

fn not_closed() -> Fault {
    Fault::whole(
        Text::new(
            "Tanda kutip yang membuka sel di baris ini tidak ditutup.",
            "The quotation mark that opens a cell on this line is never closed.",
        ),
        Text::new(
            "Tutup tanda kutipnya, atau simpan sekali lagi dari lembar kerja.",
            "Close it, or save the file once more from the spreadsheet.",
        ),
    )
}

fn too_wide(cells: usize, columns: usize) -> Fault {
    Fault::whole(
        Said::new(
            format!("Baris ini punya {cells} sel, judulnya {columns}."),
            format!("This line has {cells} cells, the header has {columns}."),
        ),
        Text::new(
            "Teks yang memuat pemisah kolom perlu diapit tanda kutip.",
            "A text that holds the separator needs quotation marks around it.",
        ),
    )
}

fn no_rows() -> Fault {
    Fault::whole(
        Text::new("Tidak ada baris di bawah judul kolom.", "There are no rows below the header."),
        Text::new("Pilih berkas lain.", "Choose another file."),
    )
}

/// What a name that cannot be one is told.
fn bad_id(id: &str) -> Option<Fault> {
    (!is_id(id)).then(|| {
        Fault::whole(
            Said::new(
                format!("{} bukan ID baris dari pandu.", quoted(id)),
                format!("{} is no row ID of pandu.", quoted(id)),
            ),
            Text::new(
                "Kosongkan sel itu bila barisnya baru.",
                "Empty the cell if the row is a new one.",
            ),
        )
    })
}
