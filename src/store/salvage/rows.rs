//! Rows of ours, from the values of records: only those that prove themselves.

use super::records::Value::{self, Blob, Integer, Text};
use crate::store::chain::Hash;
use crate::store::rows::{BackupRow, DraftRow, PersonRow, Proved, RunRow, SettingRow};

/// A row that changes, or goes.
#[derive(Debug)]
pub enum Changing {
    Draft(DraftRow),
    Person(PersonRow),
    Setting(SettingRow),
    Backup(BackupRow),
}

/// The row, if this is its proof.
fn proved<R: Proved>(row: R, proof: &[u8]) -> Option<R> {
    (row.proof().0 == proof).then_some(row)
}

/// A row of the table `run`.
pub fn run(values: &[Value<'_>]) -> Option<RunRow> {
    let [
        Integer(number),
        Text(run),
        Text(person),
        Text(header),
        Integer(began),
        Integer(touched),
        Integer(events),
        Blob(head),
        Integer(over),
        Blob(proof),
    ] = values
    else {
        return None;
    };
    let row = RunRow {
        number: *number,
        run: (*run).to_owned(),
        person: (*person).to_owned(),
        header: (*header).to_owned(),
        began: *began,
        touched: *touched,
        events: *events,
        head: Hash::of_bytes(head)?,
        over: *over != 0,
    };
    proved(row, proof)
}

/// A row of the table `text`: a text and the hash of it.
pub fn text(values: &[Value<'_>]) -> Option<(Hash, String)> {
    let [Blob(hash), Text(body)] = values else { return None };
    let hash = Hash::of_bytes(hash)?;
    (Hash::of_text(body) == hash).then(|| (hash, (*body).to_owned()))
}

/// A row of one of the other tables.
pub fn changing(values: &[Value<'_>]) -> Option<Changing> {
    match values {
        [Integer(run), Text(place), Text(body), Blob(proof)] => {
            let row = DraftRow { run: *run, place: (*place).to_owned(), body: (*body).to_owned() };
            proved(row, proof).map(Changing::Draft)
        }
        [Text(one), Text(two), Blob(proof)] => {
            let person = PersonRow { id: (*one).to_owned(), name: (*two).to_owned() };
            let setting = || SettingRow { name: (*one).to_owned(), value: (*two).to_owned() };
            proved(person, proof).map(Changing::Person).or_else(|| proved(setting(), proof).map(Changing::Setting))
        }
        [Text(path), Integer(made), Blob(proof)] => {
            proved(BackupRow { path: (*path).to_owned(), made: *made }, proof).map(Changing::Backup)
        }
        _ => None,
    }
}
