//! Laws of the plan's own words, and a plan with every field filled for other tests.

use super::*;

/// Every text field begins with `~`, so that tests find it again.
pub(crate) fn full() -> Plan {
    let mut plan = Plan::new("00ab".to_owned(), "2026-11-24T09:12:31+07:00".parse().unwrap());
    let text = |name: &str| format!("~{name}");
    plan.head = Head {
        name: text("nama"),
        post: text("jabatan"),
        unit: text("unit"),
        government: text("pemda"),
        sop: Sop { number: text("nomor"), title: text("judul"), ..Sop::default() },
        baseline: Baseline { text: text("keadaan"), source: text("sumber"), ..Baseline::default() },
        goal: text("sasaran"),
        from: "2026-11-24".parse().ok(),
        to: None,
        superior: Superior { name: text("atasan"), post: text("pos"), ..Superior::default() },
        unread: Unread::default(),
        unknown: Unknown::new(),
    };
    plan.if_then.situation = "berkas tidak lengkap".to_owned();
    plan.if_then.then = "memakai daftar periksa".to_owned();
    plan.rows.push(Row {
        id: "1".to_owned(),
        action: text("aksi"),
        factor: Some("monev".to_owned()),
        purpose: text("tujuan"),
        indicator: text("indikator"),
        baseline: text("dasar"),
        target: text("target"),
        responsible: text("pj"),
        start: "2026-12-01".parse().ok(),
        finish: "2026-12-14".parse().ok(),
        resources: text("sumber daya"),
        obstacle: text("hambatan"),
        answer: text("jawaban"),
        evidence: text("bukti"),
        status: Status::Started,
        unread: Unread::default(),
        unknown: Unknown::new(),
    });
    plan
}

#[test]
fn a_status_reads_back_from_its_code_and_its_circle_visits_every_one() {
    let mut status = Status::Planned;
    for expected in Status::KNOWN {
        assert_eq!(status, expected);
        assert_eq!(Status::from_code(status.code()), status);
        let json = serde_json::to_value(&status).unwrap();
        assert_eq!(json, status.code());
        status = status.next();
    }
    assert_eq!(status, Status::Planned);
    assert_eq!(Status::from_code("paused"), Status::Other("paused".to_owned()));
    assert_eq!(Status::from_code("paused").next(), Status::Planned);
}

#[test]
fn a_row_is_empty_until_something_is_written_into_it() {
    let mut row = Row::new("1".to_owned());
    assert!(row.is_empty());
    row.status = Status::Done;
    assert!(!row.is_empty());
}
