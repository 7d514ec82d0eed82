//! Events as they were found, and the chains that they prove.

use std::collections::{HashMap, HashSet};

use super::records::Value::{self, Blob, Integer, Text};
use crate::run::event::Event;
use crate::store::chain::{self, Hash};

/// How many events are believed to be kept under one number. More than one or two is a file made to be slow.
const MOST: usize = 16;

/// An event of which only the chain can say whether it is one.
#[derive(Debug)]
struct Link {
    body: String,
    hash: Hash,
    /// The images of the overflow pages that it lies in.
    images: Vec<usize>,
}

/// All that may be events, by the number of the run and their own, the newest first.
#[derive(Debug, Default)]
pub struct Links(HashMap<(i64, u32), Vec<Link>>);

/// The events of a run that prove themselves.
#[derive(Debug, Default)]
pub struct Proven {
    pub events: Vec<Event>,
    /// The images of the overflow pages that they lie in.
    pub images: Vec<usize>,
}

impl Links {
    /// Takes what may be an event.
    pub fn add(&mut self, values: &[Value<'_>], images: Vec<usize>) {
        if let [Integer(run), Integer(seq), Text(body), Blob(hash)] = values
            && let (Ok(seq), Some(hash)) = (u32::try_from(*seq), Hash::of_bytes(hash))
        {
            let links = self.0.entry((*run, seq)).or_default();
            if links.len() < MOST && links.iter().all(|link| link.hash != hash || link.body != *body) {
                links.push(Link { body: (*body).to_owned(), hash, images });
            }
        }
    }

    fn at(&self, run: i64, seq: u32) -> &[Link] {
        self.0.get(&(run, seq)).map_or(&[], Vec::as_slice)
    }

    /// Follows a chain from its header, as far as it goes. The ends are how many events there were and the hash of the
    /// last of them, as rows of the run say that prove themselves.
    pub fn walk(&self, run: i64, header: &str, ends: &HashSet<(i64, Hash)>) -> Proven {
        let (mut proven, mut before) = (Proven::default(), chain::start(header));
        for seq in 0..u32::MAX {
            // Of a hash that was damaged itself, the next event or the row of the run is proof as well.
            let vouched = |hash: Hash| {
                ends.contains(&(i64::from(seq) + 1, hash))
                    || self.at(run, seq + 1).iter().any(|next| chain::next(hash, seq + 1, &next.body) == next.hash)
            };
            let links = || self.at(run, seq).iter().map(|link| (link, chain::next(before, seq, &link.body)));
            let next =
                links().find(|(link, hash)| link.hash == *hash).or_else(|| links().find(|(_, hash)| vouched(*hash)));
            let Some((link, hash)) = next else { break };
            let Some(event) = serde_json::from_str::<Event>(&link.body).ok().filter(|event| event.seq == seq) else {
                break;
            };
            proven.events.push(event);
            proven.images.extend_from_slice(&link.images);
            before = hash;
        }
        proven
    }
}
