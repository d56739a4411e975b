//! The words of each remark: what, why, and an example that is better.

use super::{Advice, HeadPart, Remark, RowPart, Sort};
use crate::model::{
    faults::quoted,
    safe_text::safe_line,
    text::{Lang, Text},
};

/// Longest sentence of the person's own that is shown as it could be, in characters.
const LONGEST: usize = 72;

impl Remark {
    /// What could be better, in one short sentence.
    pub fn what(&self, lang: Lang) -> String {
        match &self.advice {
            Advice::RowLacks(parts) => lacks(parts.iter().map(|part| part.short()), lang),
            Advice::HeadLacks(parts) => lacks(parts.iter().map(|part| part.short()), lang),
            other => other.what(lang),
        }
    }

    /// Why that matters.
    pub fn why(&self, lang: Lang) -> &'static str {
        self.reasons().0.say(lang)
    }

    /// An example that is better, beginning with "Contoh"/"Example" where it is one.
    pub fn better(&self, lang: Lang) -> String {
        if let Advice::Noun(_, Some(better)) = &self.advice {
            let better = cut(better);
            return match lang {
                Lang::Id => format!("Contoh: “{better}”."),
                Lang::En => format!("Example: “{better}”."),
            };
        }
        self.reasons().1.say(lang).to_owned()
    }

    /// Why, and what is better.
    fn reasons(&self) -> (Text, Text) {
        match &self.advice {
            Advice::RowLacks(parts) => parts.first().copied().unwrap_or(RowPart::Action).reasons(),
            Advice::HeadLacks(parts) => parts.first().copied().unwrap_or(HeadPart::Title).reasons(),
            other => other.reasons(),
        }
    }
}

/// A sentence of the person's, made safe and not too long.
fn cut(text: &str) -> String {
    let safe = safe_line(text);
    let mut short: String = safe.chars().take(LONGEST).collect();
    if short.len() < safe.len() {
        short.push('…');
    }
    short
}

/// "Belum diisi: target, waktu, dan bukti."
fn lacks(parts: impl Iterator<Item = Text>, lang: Lang) -> String {
    let parts: Vec<&str> = parts.map(|part| part.say(lang)).collect();
    let and = lang.pick("dan", "and");
    let list = match parts.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [one, two] => format!("{one} {and} {two}"),
        [front @ .., last] => {
            // English lists here go without the comma before the last.
            let comma = lang.pick(",", "");
            format!("{}{comma} {and} {last}", front.join(", "))
        }
    };
    match lang {
        Lang::Id => format!("Belum diisi: {list}."),
        Lang::En => format!("Not filled in yet: {list}."),
    }
}

impl Advice {
    fn what(&self, lang: Lang) -> String {
        let (id, en) = match self {
            // Said with the place that they belong to.
            Self::RowLacks(_) | Self::HeadLacks(_) => return String::new(),
            Self::Noun(word, _) => (
                format!("{} adalah kata benda; awali dengan kata kerja.", quoted(word)),
                format!("{} is a noun; begin with a verb.", quoted(word)),
            ),
            Self::Vague(words) => (
                format!("{} tidak dapat dilihat orang lain.", quoted(words)),
                format!("Nobody else can see {} happen.", quoted(words)),
            ),
            Self::Everyone(word) => (
                format!("{} berarti tidak seorang pun; sebut satu jabatan.", quoted(word)),
                format!("{} means nobody; name one post.", quoted(word)),
            ),
            Self::Several => (
                "Lebih dari satu jabatan; pilih satu.".to_owned(),
                "More than one post; choose one.".to_owned(),
            ),
            Self::Group(word) => (
                format!("{} adalah kelompok; sebut satu jabatan.", quoted(word)),
                format!("{} is a group; name one post.", quoted(word)),
            ),
            Self::Unmeasured(word) => (
                format!("{} belum dapat diukur.", quoted(word)),
                format!("{} cannot be measured yet.", quoted(word)),
            ),
            Self::NoFigure => (
                "Data dasarnya berupa angka, tetapi ini belum.".to_owned(),
                "The baseline is a figure and this is not.".to_owned(),
            ),
            Self::NoPresentFigure => (
                "Targetnya berupa angka, tetapi ini belum.".to_owned(),
                "The target is a figure and this is not.".to_owned(),
            ),
            Self::OtherSort(before, after) => {
                let word = |sort: &Sort| sort.name().say(lang);
                return match lang {
                    Lang::Id => format!(
                        "Data dasar dalam {}, yang dituju dalam {}.",
                        word(before),
                        word(after)
                    ),
                    Lang::En => format!(
                        "The baseline is in {}, what is wanted in {}.",
                        word(before),
                        word(after)
                    ),
                };
            }
            Self::NotShown(word) => (
                format!("{} tidak dapat ditunjukkan.", quoted(word)),
                format!("{} cannot be shown.", quoted(word)),
            ),
            Self::Days(days) => return days.say(lang),
            Self::NoMonitoring => (
                "Belum ada baris untuk monitoring dan evaluasi.".to_owned(),
                "No row is about monitoring and evaluation yet.".to_owned(),
            ),
            Self::TooMany(rows) => (
                format!("{rows} baris terlalu banyak untuk 90 hari."),
                format!("{rows} rows are too many for 90 days."),
            ),
            Self::WeakestWaits(factor) => (
                format!("Faktor terlemah, {}, belum punya baris.", safe_line(&factor.id)),
                format!("The weakest factor, {}, has no row yet.", safe_line(&factor.en)),
            ),
        };
        lang.pick(id, en)
    }

    fn reasons(&self) -> (Text, Text) {
        let (why, better) = match self {
            Self::HeadLacks(_) => return HeadPart::Title.reasons(),
            Self::RowLacks(_) | Self::Noun(..) | Self::Vague(_) => {
                return RowPart::Action.reasons();
            }
            Self::Everyone(_) | Self::Several | Self::Group(_) => {
                return RowPart::Responsible.reasons();
            }
            Self::NotShown(_) => return RowPart::Evidence.reasons(),
            Self::Unmeasured(_) | Self::NoFigure => return RowPart::Target.reasons(),
            Self::NoPresentFigure | Self::OtherSort(..) => return RowPart::Baseline.reasons(),
            Self::Days(days) => return days.reasons(),
            Self::NoMonitoring => (
                Text::new(
                    "Tanpa pemantauan tidak ada yang tahu apakah SOP dijalankan; rencana pelan-pelan berhenti.",
                    "Without monitoring nobody knows whether the SOP is followed, and the plan slowly stops.",
                ),
                Text::new(
                    "Contoh: “Mengukur waktu layanan tiap Jumat”, faktor monev.",
                    "Example: “Measure the service time every Friday”, factor monitoring.",
                ),
            ),
            Self::TooMany(_) => (
                Text::new(
                    "Sedikit aksi yang tuntas lebih berarti daripada banyak yang tertunda.",
                    "A few actions that are finished count for more than many that wait.",
                ),
                Text::new(
                    "Pilih paling banyak 7; beri status batal pada yang lain, atau simpan untuk rencana berikutnya.",
                    "Keep 7 at most; mark others as dropped, or leave them for the next plan.",
                ),
            ),
            Self::WeakestWaits(_) => (
                Text::new(
                    "Diagnosis Anda yang terakhir menempatkan faktor ini paling rendah; yang lain ikut tertahan olehnya.",
                    "Your newest diagnosis puts this factor lowest, and it holds the others back.",
                ),
                Text::new(
                    "Pilih faktor ini pada baris yang memperkuatnya, atau tambahkan satu baris.",
                    "Choose this factor in a row that strengthens it, or add one row.",
                ),
            ),
        };
        (why, better)
    }
}

impl Sort {
    const fn name(self) -> Text {
        match self {
            Self::Share => Text::new("persen atau bagian", "per cent or a share"),
            Self::Time => Text::new("satuan waktu", "units of time"),
            Self::Money => Text::new("rupiah", "rupiah"),
        }
    }
}

impl RowPart {
    /// Its name in a list.
    const fn short(self) -> Text {
        match self {
            Self::Action => Text::new("rencana aksi", "action"),
            Self::Baseline => Text::new("data dasar", "baseline"),
            Self::Target => Text::new("target", "target"),
            Self::Responsible => Text::new("penanggung jawab", "responsible post"),
            Self::Start | Self::Finish => Text::new("waktu", "dates"),
            Self::Resources => Text::new("sumber daya", "resources"),
            Self::Evidence => Text::new("bukti", "evidence"),
            other => other.name(),
        }
    }

    const fn reasons(self) -> (Text, Text) {
        match self {
            Self::Baseline => (
                Text::new(
                    "Kemajuan hanya terlihat bila awal dan akhir memakai ukuran yang sama.",
                    "Progress shows only where beginning and end use the same measure.",
                ),
                Text::new(
                    "Contoh: data dasar 2 dari 6 petugas, target 6 dari 6 petugas.",
                    "Example: baseline 2 of 6 staff, target 6 of 6 staff.",
                ),
            ),
            Self::Target => (
                Text::new(
                    "Tanpa angka atau ya/tidak, orang berselisih apakah target tercapai.",
                    "Without a figure or a yes or no, people disagree on whether it was reached.",
                ),
                Text::new(
                    "Contoh: “6 dari 6 petugas” atau “SOP ditandatangani kepala dinas”.",
                    "Example: “6 of 6 staff” or “SOP signed by the head of office”.",
                ),
            ),
            Self::Responsible => (
                Text::new(
                    "Bila semua bertanggung jawab, tidak ada yang dapat ditanya.",
                    "Where everyone is responsible, there is nobody to ask.",
                ),
                Text::new(
                    "Contoh: “Kepala Subbagian Umum”; yang lain membantu.",
                    "Example: “Head of General Affairs”; the others help.",
                ),
            ),
            Self::Start | Self::Finish => (
                Text::new(
                    "Yang tidak bertanggal hampir selalu tertunda.",
                    "What has no date is nearly always put off.",
                ),
                Text::new(
                    "Contoh: 1/12/2026 sampai 14/12/2026.",
                    "Example: 1/12/2026 to 14/12/2026.",
                ),
            ),
            Self::Resources => (
                Text::new(
                    "Atasan perlu tahu apa yang diminta; “tanpa anggaran” pun jawaban.",
                    "A superior needs to know what is asked for; “no budget” is an answer as well.",
                ),
                Text::new(
                    "Contoh: “ruang rapat, 2 jam, tanpa anggaran”.",
                    "Example: “meeting room, 2 hours, no budget”.",
                ),
            ),
            Self::Evidence => (
                Text::new(
                    "Bukti yang dapat ditunjukkan mengakhiri perdebatan tentang sudah atau belum.",
                    "Evidence that can be shown ends the argument about done or not done.",
                ),
                Text::new(
                    "Contoh: “daftar hadir dan lembar simulasi”.",
                    "Example: “attendance list and simulation sheets”.",
                ),
            ),
            _ => (
                Text::new(
                    "Kata kerja yang terlihat membuat orang lain tahu apakah hal itu sudah dikerjakan.",
                    "A verb that can be seen lets others know whether it was done.",
                ),
                Text::new(
                    "Contoh: “Menggelar simulasi SOP 45 menit di loket setiap Senin pertama”.",
                    "Example: “Hold a 45-minute SOP simulation at the counter every first Monday”.",
                ),
            ),
        }
    }
}

impl HeadPart {
    /// Its name in a list.
    const fn short(self) -> Text {
        match self {
            Self::Title => Text::new("judul SOP", "SOP title"),
            Self::Baseline => Text::new("keadaan sekarang", "present state"),
            Self::Goal => Text::new("sasaran", "goal"),
            Self::If => Text::new("jika …", "if …"),
            Self::Then => Text::new("maka saya …", "then I …"),
            Self::Superior => Text::new("nama atasan", "superior’s name"),
            other => other.name(),
        }
    }

    const fn reasons(self) -> (Text, Text) {
        match self {
            Self::If | Self::Then => (
                Text::new(
                    "Siapa yang menulis “jika …, maka saya …” jauh lebih sering melakukannya.",
                    "People who write “if …, then I …” do it far more often.",
                ),
                Text::new(
                    "Contoh: jika berkas tidak lengkap, maka saya memakai daftar periksa.",
                    "Example: if a file is incomplete, then I use the checklist.",
                ),
            ),
            Self::Superior | Self::SuperiorPost => (
                Text::new(
                    "Tanpa persetujuan atasan, rencana tinggal rencana.",
                    "Without a superior’s consent a plan stays a plan.",
                ),
                Text::new(
                    "Sebut atasan langsung yang akan menandatangani.",
                    "Name the direct superior who will sign.",
                ),
            ),
            Self::Baseline | Self::Goal | Self::Source => (
                Text::new(
                    "Kemajuan hanya terlihat bila awal dan akhir memakai ukuran yang sama.",
                    "Progress shows only where beginning and end use the same measure.",
                ),
                Text::new(
                    "Contoh: rata-rata 9 hari; sasaran paling lama 5 hari.",
                    "Example: 9 days on average; goal: 5 days at most.",
                ),
            ),
            _ => (
                Text::new(
                    "Satu rencana untuk satu SOP: yang kecil selesai, yang besar tertunda.",
                    "One plan for one SOP: small things get done, large ones wait.",
                ),
                Text::new(
                    "Contoh: Penerbitan Izin Praktik Bidan.",
                    "Example: Issuing midwife practice permits.",
                ),
            ),
        }
    }
}
