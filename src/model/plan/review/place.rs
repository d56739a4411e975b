//! The places of a plan that a remark can be about, with their names.

use crate::model::text::Text;

/// Where in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The plan as a whole.
    Plan,
    /// A field of the head or of the if-then sentence.
    Head(HeadPart),
    /// A field of the row at this place.
    Row(usize, RowPart),
}

impl Place {
    /// Whether it is told beside this field of the head; what is odd about two dates beside both.
    pub fn is_beside_head(self, part: HeadPart) -> bool {
        let days = [HeadPart::From, HeadPart::To];
        matches!(self, Self::Head(at) if at == part || days.contains(&at) && days.contains(&part))
    }

    /// The same for a field of a row.
    pub fn is_beside_row(self, part: RowPart) -> bool {
        let days = [RowPart::Start, RowPart::Finish];
        matches!(self, Self::Row(_, at) if at == part || days.contains(&at) && days.contains(&part))
    }
}

/// A field of the head, in the order of its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named below as people know it")]
pub enum HeadPart {
    Title,
    Number,
    Baseline,
    Source,
    Goal,
    From,
    To,
    If,
    Then,
    Name,
    Post,
    Unit,
    Government,
    Superior,
    SuperiorPost,
}

impl HeadPart {
    /// Its place in the form.
    pub fn at(self) -> usize {
        Self::ALL.iter().position(|part| *part == self).unwrap_or(0)
    }

    /// All of them, in the order of the form.
    pub const ALL: [Self; 15] = [
        Self::Title,
        Self::Number,
        Self::Baseline,
        Self::Source,
        Self::Goal,
        Self::From,
        Self::To,
        Self::If,
        Self::Then,
        Self::Name,
        Self::Post,
        Self::Unit,
        Self::Government,
        Self::Superior,
        Self::SuperiorPost,
    ];

    /// Its name beside the field.
    pub const fn name(self) -> Text {
        match self {
            Self::Title => Text::new("Judul SOP", "SOP title"),
            Self::Number => Text::new("Nomor SOP", "SOP number"),
            Self::Baseline => Text::new("Keadaan sekarang", "Present state"),
            Self::Source => Text::new("Sumber data", "Data source"),
            Self::Goal => Text::new("Sasaran 90 hari", "90-day goal"),
            Self::From => Text::new("Mulai", "From"),
            Self::To => Text::new("Sampai", "Until"),
            Self::If => Text::new("Jika …", "If …"),
            Self::Then => Text::new("maka saya …", "then I …"),
            Self::Name => Text::new("Nama", "Name"),
            Self::Post => Text::new("Jabatan", "Post"),
            Self::Unit => Text::new("Unit kerja", "Work unit"),
            Self::Government => Text::new("Pemerintah daerah", "Local government"),
            Self::Superior => Text::new("Nama atasan", "Superior’s name"),
            Self::SuperiorPost => Text::new("Jabatan atasan", "Superior’s post"),
        }
    }
}

/// A field of a row, in the order of its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named below as people know it")]
pub enum RowPart {
    Action,
    Factor,
    Purpose,
    Indicator,
    Baseline,
    Target,
    Responsible,
    Start,
    Finish,
    Resources,
    Obstacle,
    Answer,
    Evidence,
    Status,
}

impl RowPart {
    /// Its place in the form.
    pub fn at(self) -> usize {
        Self::ALL.iter().position(|part| *part == self).unwrap_or(0)
    }

    /// All of them, in the order of the form.
    pub const ALL: [Self; 14] = [
        Self::Action,
        Self::Factor,
        Self::Purpose,
        Self::Indicator,
        Self::Baseline,
        Self::Target,
        Self::Responsible,
        Self::Start,
        Self::Finish,
        Self::Resources,
        Self::Obstacle,
        Self::Answer,
        Self::Evidence,
        Self::Status,
    ];

    /// Its name beside the field.
    pub const fn name(self) -> Text {
        match self {
            Self::Action => Text::new("Rencana aksi", "Action"),
            Self::Factor => Text::new("Faktor kunci", "Key factor"),
            Self::Purpose => Text::new("Tujuan", "Purpose"),
            Self::Indicator => Text::new("Indikator", "Indicator"),
            Self::Baseline => Text::new("Data dasar", "Baseline"),
            Self::Target => Text::new("Target", "Target"),
            Self::Responsible => Text::new("Penanggung jawab", "Responsible"),
            Self::Start => Text::new("Mulai", "Start"),
            Self::Finish => Text::new("Selesai", "Finish"),
            Self::Resources => Text::new("Sumber daya", "Resources"),
            Self::Obstacle => Text::new("Hambatan", "Obstacle"),
            Self::Answer => Text::new("Cara mengatasi", "Response"),
            Self::Evidence => Text::new("Bukti", "Evidence"),
            Self::Status => Text::new("Status", "Status"),
        }
    }
}
