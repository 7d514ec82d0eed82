//! The benchmark vignette written out by hand: what a programmer would write who had only this one case to run.
//!
//! It says what `vignette.scenario.ron` says, and must give the engine's log for every seed. What the log looks
//! like is said in [`Out`] alone; which number an item has, in [`arrival`], [`chance`], [`decision`], [`ending`].

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// The random player: SplitMix64, apart from the stream that decides luck.
pub(crate) struct PlayerRng(u64);

impl PlayerRng {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed ^ 0x9E37_79B9_7F4A_7C15)
    }

    fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// The number of one of the options whose bit is set in `open`.
    fn pick(&mut self, mut open: u32) -> u32 {
        let n = u64::from(open.count_ones());
        let nth = ((self.next_u64() >> 32) * n) >> 32;
        for _ in 0..nth {
            open &= open - 1;
        }
        open.trailing_zeros()
    }
}

/// A seed's luck: slot k is word k of its ChaCha8 stream.
struct Luck([u32; chance::NAMES.len()]);

impl Luck {
    fn new(seed: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..16].copy_from_slice(b"def-luck");
        let mut stream = ChaCha8Rng::from_seed(key);
        Self(std::array::from_fn(|_| stream.next_u32()))
    }

    /// `odds` in ten-thousandths.
    fn happens(&self, slot: u32, odds: u64) -> bool {
        (u64::from(self.0[slot as usize]) * 10_000) >> 32 < odds
    }
}

/// The log, four bytes an entry. The one place to change when the engine's packing changes.
struct Out<'a> {
    log: &'a mut Vec<u32>,
    now: i32,
    day: i32,
    minute: i32,
}

const CLOCK: u32 = 1;
const DAY: u32 = 2;
const ARRIVED: u32 = 3;
const HAPPENED: u32 = 4;
const CHOSE: u32 = 5;
const ENDED: u32 = 6;

/// 5 bits kind, 11 bits id, 16 bits payload.
const fn entry(kind: u32, id: u32, payload: u32) -> u32 {
    kind << 27 | id << 16 | payload
}

impl Out<'_> {
    /// The clock moves. Entries are written only when something happens there (`stamp`): to write them for
    /// every moment that is passed, call `stamp` here and not in `push`.
    fn clock(&mut self, minute: i32) {
        self.now = minute;
    }

    fn stamp(&mut self) {
        let (day, minute) = (self.now.div_euclid(1440), self.now.rem_euclid(1440));
        if day != self.day {
            self.day = day;
            self.log.push(entry(DAY, 0, day as u16 as u32));
        }
        if minute != self.minute {
            self.minute = minute;
            self.log.push(entry(CLOCK, 0, minute as u32));
        }
    }

    fn push(&mut self, kind: u32, id: u32, payload: u32) {
        self.stamp();
        self.log.push(entry(kind, id, payload));
    }

    fn arrived(&mut self, id: u32) {
        self.push(ARRIVED, id, 0);
    }

    fn happened(&mut self, id: u32) {
        self.push(HAPPENED, id, 0);
    }

    /// The engine writes nothing when it puts a question; if it comes to, this is the place.
    fn posed(&mut self, _id: u32) {}

    fn chose(&mut self, id: u32, option: u32) {
        self.push(CHOSE, id, option);
    }

    fn ended(&mut self, id: u32) {
        self.push(ENDED, id, 0);
    }
}

const MON: i32 = 0;
const TUE: i32 = 1;
const WED: i32 = 2;
const THU: i32 = 3;
const FRI: i32 = 4;

/// Minutes since 00:00 of day 0, a Monday.
const fn at(week: i32, day: i32, hour: i32) -> i32 {
    ((week * 7 + day) * 24 + hour) * 60
}

fn up(counter: &mut i8, by: i8) {
    *counter = (*counter + by).min(10);
}

fn down(counter: &mut i8, by: i8) {
    *counter = (*counter - by).max(0);
}

fn bit(n: u32, is_open: bool) -> u32 {
    u32::from(is_open) << n
}

/// Arrivals by id, as the engine orders them.
#[allow(dead_code, reason = "the names are for the comparison with the engine, not for the timing")]
pub(crate) mod arrival {
    pub(crate) const NAMES: [&str; 40] = [
        "arrears-gone",
        "ben-named",
        "breakfast-can",
        "bus-pass",
        "card",
        "course-place",
        "group-missed",
        "group-notes",
        "half-way-due",
        "induction-sheet",
        "kerry-hello",
        "kerry-worry",
        "keys",
        "kids-party",
        "kitchen",
        "last-word",
        "late-twice",
        "loan",
        "mentor-walk",
        "nights",
        "no-answer",
        "own-idea",
        "pay-slip",
        "rent-late",
        "review-slot",
        "room-offer",
        "sanction",
        "seen-with",
        "short-week",
        "shouted",
        "sign-on",
        "sister-silent",
        "sleep-chart",
        "sofa",
        "stairs",
        "steady",
        "test-result",
        "vehicle-stop",
        "window",
        "yard-theft",
    ];
    pub(super) const ARREARS_GONE: u32 = 0;
    pub(super) const BEN_NAMED: u32 = 1;
    pub(super) const BREAKFAST_CAN: u32 = 2;
    pub(super) const BUS_PASS: u32 = 3;
    pub(super) const CARD: u32 = 4;
    pub(super) const COURSE_PLACE: u32 = 5;
    pub(super) const GROUP_MISSED: u32 = 6;
    pub(super) const GROUP_NOTES: u32 = 7;
    pub(super) const HALF_WAY_DUE: u32 = 8;
    pub(super) const INDUCTION_SHEET: u32 = 9;
    pub(super) const KERRY_HELLO: u32 = 10;
    pub(super) const KERRY_WORRY: u32 = 11;
    pub(super) const KEYS: u32 = 12;
    pub(super) const KIDS_PARTY: u32 = 13;
    pub(super) const KITCHEN: u32 = 14;
    pub(super) const LAST_WORD: u32 = 15;
    pub(super) const LATE_TWICE: u32 = 16;
    pub(super) const LOAN: u32 = 17;
    pub(super) const MENTOR_WALK: u32 = 18;
    pub(super) const NIGHTS: u32 = 19;
    pub(super) const NO_ANSWER: u32 = 20;
    pub(super) const OWN_IDEA: u32 = 21;
    pub(super) const PAY_SLIP: u32 = 22;
    pub(super) const RENT_LATE: u32 = 23;
    pub(super) const REVIEW_SLOT: u32 = 24;
    pub(super) const ROOM_OFFER: u32 = 25;
    pub(super) const SANCTION: u32 = 26;
    pub(super) const SEEN_WITH: u32 = 27;
    pub(super) const SHORT_WEEK: u32 = 28;
    pub(super) const SHOUTED: u32 = 29;
    pub(super) const SIGN_ON: u32 = 30;
    pub(super) const SISTER_SILENT: u32 = 31;
    pub(super) const SLEEP_CHART: u32 = 32;
    pub(super) const SOFA: u32 = 33;
    pub(super) const STAIRS: u32 = 34;
    pub(super) const STEADY: u32 = 35;
    pub(super) const TEST_RESULT: u32 = 36;
    pub(super) const VEHICLE_STOP: u32 = 37;
    pub(super) const WINDOW: u32 = 38;
    pub(super) const YARD_THEFT: u32 = 39;
}

/// Chances by id; each happens at most once, so the number is also its slot of luck.
#[allow(dead_code, reason = "the names are for the comparison with the engine, not for the timing")]
pub(crate) mod chance {
    pub(crate) const NAMES: [&str; 12] = [
        "a-birthday",
        "ben-moves",
        "bus-strike",
        "cold-snap",
        "eviction",
        "flu",
        "good-week",
        "lent-van",
        "old-friend",
        "overtime",
        "pay-docked",
        "row",
    ];
    pub(super) const A_BIRTHDAY: u32 = 0;
    pub(super) const BEN_MOVES: u32 = 1;
    pub(super) const BUS_STRIKE: u32 = 2;
    pub(super) const COLD_SNAP: u32 = 3;
    pub(super) const EVICTION: u32 = 4;
    pub(super) const FLU: u32 = 5;
    pub(super) const GOOD_WEEK: u32 = 6;
    pub(super) const LENT_VAN: u32 = 7;
    pub(super) const OLD_FRIEND: u32 = 8;
    pub(super) const OVERTIME: u32 = 9;
    pub(super) const PAY_DOCKED: u32 = 10;
    pub(super) const ROW: u32 = 11;
}

/// Decisions by id.
#[allow(dead_code, reason = "the names are for the comparison with the engine, not for the timing")]
pub(crate) mod decision {
    pub(crate) const NAMES: [&str; 12] = [
        "arrears",
        "at-the-desk",
        "ben",
        "first-hour",
        "half-way",
        "missed",
        "morning-can",
        "ray-job",
        "results",
        "short-hours",
        "up-all-night",
        "what-next",
    ];
    pub(super) const ARREARS: u32 = 0;
    pub(super) const AT_THE_DESK: u32 = 1;
    pub(super) const BEN: u32 = 2;
    pub(super) const FIRST_HOUR: u32 = 3;
    pub(super) const HALF_WAY: u32 = 4;
    pub(super) const MISSED: u32 = 5;
    pub(super) const MORNING_CAN: u32 = 6;
    pub(super) const RAY_JOB: u32 = 7;
    pub(super) const RESULTS: u32 = 8;
    pub(super) const SHORT_HOURS: u32 = 9;
    pub(super) const UP_ALL_NIGHT: u32 = 10;
    pub(super) const WHAT_NEXT: u32 = 11;
}

/// Endings by id.
#[allow(dead_code, reason = "the names are for the comparison with the engine, not for the timing")]
pub(crate) mod ending {
    pub(crate) const NAMES: [&str; 3] = ["came-apart", "took-hold", "went-on"];
    pub(super) const CAME_APART: u32 = 0;
    pub(super) const TOOK_HOLD: u32 = 1;
    pub(super) const WENT_ON: u32 = 2;
}

/// What is true of the case, hidden from the officer.
struct Life {
    trust: i8,
    drink: i8,
    money: i8,
    sleep: i8,
    work: i8,
    family: i8,
    temper: i8,
    contact: i8,
    has_room: bool,
    on_course: bool,
    sister_rings: bool,
    van: bool,
    seen_nurse: bool,
    warned: bool,
    ben_about: bool,
}

/// Plays the twelve weeks once and appends what happened to `log`.
///
/// `seed` decides the luck, `rng` the answers: `PlayerRng::new(seed)` for the player that the engine uses.
pub(crate) fn play(seed: u64, rng: &mut PlayerRng, log: &mut Vec<u32>) {
    let luck = Luck::new(seed);
    let mut out = Out { log, now: i32::MIN, day: i32::MIN, minute: i32::MIN };
    let mut l = Life {
        trust: 4,
        drink: 4,
        money: 4,
        sleep: 5,
        work: 3,
        family: 5,
        temper: 4,
        contact: 5,
        has_room: false,
        on_course: false,
        sister_rings: false,
        van: false,
        seen_nurse: false,
        warned: false,
        ben_about: false,
    };
    week_1(&mut l, &luck, rng, &mut out);
    week_2(&mut l, &luck, rng, &mut out);
    week_3(&mut l, &luck, rng, &mut out);
    week_4(&mut l, &luck, rng, &mut out);
    week_5(&mut l, &luck, rng, &mut out);
    week_6(&mut l, &luck, rng, &mut out);
    week_7(&mut l, &luck, rng, &mut out);
    week_8(&mut l, &luck, rng, &mut out);
    week_9(&mut l, &luck, rng, &mut out);
    week_10(&mut l, &luck, rng, &mut out);
    week_11(&mut l, &luck, rng, &mut out);
    week_12(&mut l, &luck, rng, &mut out);
    ending(&l, &mut out);
}

fn week_1(l: &mut Life, luck: &Luck, rng: &mut PlayerRng, out: &mut Out) {
    out.clock(at(1, MON, 0));
    if luck.happens(chance::BUS_STRIKE, 4000) {
        out.happened(chance::BUS_STRIKE);
        down(&mut l.contact, 1);
        down(&mut l.family, 2);
    }
    out.clock(at(1, TUE, 9));
    if l.contact <= 4 {
        out.arrived(arrival::BUS_PASS);
    }
    out.clock(at(1, THU, 9));
    if l.family >= 4 {
        out.arrived(arrival::KERRY_HELLO);
    }
    out.posed(decision::FIRST_HOUR);
    let open = 0b10101 | bit(1, l.family >= 4) | bit(3, l.contact >= 5 && l.money >= 3);
    let option = rng.pick(open);
    out.chose(decision::FIRST_HOUR, option);
    match option {
        // form
        0 => {
            up(&mut l.contact, 1);
            down(&mut l.trust, 1);
        }
        // sister
        1 => {
            l.sister_rings = true;
            up(&mut l.family, 1);
        }
        // talk
        2 => {
            up(&mut l.trust, 2);
        }
        // housing
        3 => {
            l.has_room = true;
            down(&mut l.money, 1);
        }
        // rules
        _ => {
            up(&mut l.contact, 1);
            up(&mut l.temper, 1);
        }
    }
    out.clock(at(1, FRI, 9));
    if l.contact >= 6 || l.trust >= 6 || l.has_room {
        out.arrived(arrival::INDUCTION_SHEET);
    }
}

fn week_2(l: &mut Life, luck: &Luck, rng: &mut PlayerRng, out: &mut Out) {
    out.clock(at(2, MON, 0));
    let mut odds = 3000;
    if l.trust <= 3 {
        odds += 1500;
    }
    if l.sister_rings {
        odds -= 1000;
    }
    if luck.happens(chance::OLD_FRIEND, odds) {
        out.happened(chance::OLD_FRIEND);
        l.ben_about = true;
        up(&mut l.drink, 1);
    }
    out.clock(at(2, MON, 9));
    if !l.has_room && l.money >= 3 {
        out.arrived(arrival::ROOM_OFFER);
    }
    out.clock(at(2, TUE, 9));
    if !l.has_room && l.family >= 3 {
        out.arrived(arrival::SOFA);
    }
    out.clock(at(2, WED, 9));
    if l.contact >= 5 {
        out.arrived(arrival::SIGN_ON);
    }
    out.clock(at(2, THU, 9));
    if l.drink >= 5 || l.trust <= 4 {
        out.arrived(arrival::BREAKFAST_CAN);
    }
    out.posed(decision::MORNING_CAN);
    let open = 0b01011 | bit(2, l.drink >= 5) | bit(4, l.sister_rings || l.family >= 5);
    let option = rng.pick(open);
    out.chose(decision::MORNING_CAN, option);
    match option {
        // refer
        0 => {
            down(&mut l.drink, 1);
            up(&mut l.temper, 1);
        }
        // ask
        1 => {
            up(&mut l.trust, 1);
            down(&mut l.drink, 1);
        }
        // letter
        2 => {
            l.warned = true;
            down(&mut l.trust, 2);
            down(&mut l.drink, 1);
        }
        // leave
        3 => {
            up(&mut l.trust, 1);
            up(&mut l.drink, 1);
        }
        // kerry
        _ => {
            down(&mut l.family, 1);
            down(&mut l.trust, 1);
            l.sister_rings = true;
        }
    }
}

fn week_3(l: &mut Life, luck: &Luck, rng: &mut PlayerRng, out: &mut Out) {
    out.clock(at(3, MON, 0));
    if !l.has_room && luck.happens(chance::COLD_SNAP, 5000) {
        out.happened(chance::COLD_SNAP);
        down(&mut l.sleep, 2);
    }
    out.clock(at(3, MON, 9));
    if l.contact <= 5 || (l.warned && l.trust <= 3) {
        out.arrived(arrival::NO_ANSWER);
    }
    out.clock(at(3, WED, 9));
    if (l.has_room || l.ben_about) && l.temper >= 4 {
        out.arrived(arrival::STAIRS);
    }
    out.clock(at(3, THU, 9));
    out.posed(decision::RAY_JOB);
    let open = 0b01101 | bit(1, l.trust >= 5) | bit(4, l.money <= 3 || l.contact <= 4);
    let option = rng.pick(open);
    out.chose(decision::RAY_JOB, option);
    match option {
        // vouch
        0 => {
            l.on_course = true;
            up(&mut l.work, 2);
        }
        // dale-rings
        1 => {
            l.on_course = true;
            up(&mut l.work, 1);
            up(&mut l.trust, 1);
        }
        // wait
        2 => {
            down(&mut l.work, 1);
            up(&mut l.sleep, 1);
            l.has_room = true;
        }
        // check
        3 => {
            up(&mut l.work, 1);
            down(&mut l.trust, 1);
        }
        // money
        _ => {
            up(&mut l.money, 1);
            up(&mut l.work, 1);
            up(&mut l.contact, 1);
        }
    }
    out.clock(at(3, FRI, 9));
    if l.on_course || l.work >= 4 {
        out.arrived(arrival::COURSE_PLACE);
    }
}

fn week_4(l: &mut Life, luck: &Luck, rng: &mut PlayerRng, out: &mut Out) {
    out.clock(at(4, MON, 0));
    let mut odds = 3500;
    if l.on_course {
        odds += 2000;
    }
    if l.work >= 3 && luck.happens(chance::OVERTIME, odds) {
        out.happened(chance::OVERTIME);
        up(&mut l.money, 2);
        down(&mut l.sleep, 1);
    }
    out.clock(at(4, MON, 9));
    if l.seen_nurse || l.sleep <= 4 {
        out.arrived(arrival::SLEEP_CHART);
    }
    out.clock(at(4, TUE, 9));
    if (l.sister_rings || l.trust <= 5) && l.family <= 6 {
        out.arrived(arrival::KERRY_WORRY);
    }
    if l.work >= 4 && l.contact >= 4 {
        out.arrived(arrival::PAY_SLIP);
    }
    out.clock(at(4, THU, 9));
    out.posed(decision::UP_ALL_NIGHT);
    let open = 0b00111 | bit(3, l.work >= 4 && !l.warned) | bit(4, !l.has_room);
    let option = rng.pick(open);
    out.chose(decision::UP_ALL_NIGHT, option);
    match option {
        // nurse
        0 => {
            l.seen_nurse = true;
            up(&mut l.sleep, 1);
            down(&mut l.drink, 1);
        }
        // short
        1 => {
            up(&mut l.sleep, 2);
            down(&mut l.contact, 1);
        }
        // push
        2 => {
            up(&mut l.trust, 1);
            up(&mut l.sleep, 1);
            down(&mut l.temper, 1);
        }
        // shift
        3 => {
            up(&mut l.sleep, 2);
            down(&mut l.work, 1);
        }
        // room
        _ => {
            l.has_room = true;
            down(&mut l.money, 2);
            up(&mut l.sleep, 1);
        }
    }
    out.clock(at(4, FRI, 9));
    if l.ben_about || (l.on_course && l.work >= 6) {
        out.arrived(arrival::VEHICLE_STOP);
    }
}

fn week_5(l: &mut Life, luck: &Luck, rng: &mut PlayerRng, out: &mut Out) {
    out.clock(at(5, MON, 0));
    let mut odds = 3000;
    if l.drink >= 6 {
        odds += 2500;
    }
    if l.sleep >= 6 {
        odds -= 1500;
    }
    if luck.happens(chance::ROW, odds) {
        out.happened(chance::ROW);
        down(&mut l.family, 2);
        up(&mut l.temper, 2);
        l.sister_rings = true;
    }
    out.clock(at(5, MON, 9));
    if l.money <= 5 {
        out.arrived(arrival::RENT_LATE);
    }
    out.clock(at(5, WED, 9));
    if l.drink >= 5 {
        out.arrived(arrival::GROUP_MISSED);
    }
    if l.drink <= 4 {
        out.arrived(arrival::GROUP_NOTES);
    }
    out.clock(at(5, THU, 9));
    out.posed(decision::ARREARS);
    let open = 0b10101 | bit(1, l.has_room) | bit(3, l.work <= 3);
    let option = rng.pick(open);
    out.chose(decision::ARREARS, option);
    match option {
        // budget
        0 => {
            up(&mut l.money, 2);
            up(&mut l.trust, 1);
        }
        // landlord
        1 => {
            up(&mut l.money, 1);
            down(&mut l.temper, 1);
        }
        // adviser
        2 => {
            up(&mut l.money, 1);
            down(&mut l.contact, 1);
        }
        // appeal
        3 => {
            up(&mut l.money, 2);
            up(&mut l.contact, 1);
        }
        // his-own
        _ => {
            down(&mut l.money, 1);
            up(&mut l.work, 1);
            l.ben_about = true;
        }
    }
}

fn week_6(l: &mut Life, luck: &Luck, rng: &mut PlayerRng, out: &mut Out) {
    out.clock(at(6, MON, 0));
    if (l.ben_about || l.work >= 6) && luck.happens(chance::LENT_VAN, 5500) {
        out.happened(chance::LENT_VAN);
        l.van = true;
        up(&mut l.money, 1);
    }
    out.clock(at(6, MON, 9));
    if l.trust >= 4 && l.temper <= 6 {
        out.arrived(arrival::MENTOR_WALK);
    }
    out.clock(at(6, TUE, 9));
    if l.ben_about || (l.sister_rings && l.trust >= 3) {
        out.arrived(arrival::BEN_NAMED);
    }
    out.clock(at(6, THU, 9));
    if l.work >= 2 && (l.sleep <= 5 || l.drink >= 5) {
        out.arrived(arrival::LATE_TWICE);
    }
    out.posed(decision::BEN);
    let open = 0b10011 | bit(2, l.sister_rings) | bit(3, l.ben_about && l.trust <= 6);
    let option = rng.pick(open);
    out.chose(decision::BEN, option);
    match option {
        // ask
        0 => {
            down(&mut l.trust, 1);
            l.ben_about = false;
        }
        // police
        1 => {
            up(&mut l.contact, 1);
            up(&mut l.temper, 1);
        }
        // kerry
        2 => {
            up(&mut l.family, 1);
            down(&mut l.trust, 1);
            down(&mut l.drink, 1);
        }
        // condition
        3 => {
            l.ben_about = false;
            l.van = false;
            up(&mut l.temper, 2);
            l.warned = true;
        }
        // evenings
        _ => {
            down(&mut l.drink, 1);
            up(&mut l.family, 1);
            up(&mut l.sleep, 1);
        }
    }
}

fn week_7(l: &mut Life, luck: &Luck, rng: &mut PlayerRng, out: &mut Out) {
    out.clock(at(7, MON, 0));
    let mut odds = 2500;
    if l.sleep <= 3 {
        odds += 1000;
    }
    if luck.happens(chance::FLU, odds) {
        out.happened(chance::FLU);
        down(&mut l.contact, 2);
        down(&mut l.work, 1);
    }
    out.clock(at(7, MON, 9));
    if l.contact >= 5 || l.warned {
        out.arrived(arrival::HALF_WAY_DUE);
    }
    out.clock(at(7, TUE, 9));
    if l.has_room && l.temper >= 3 && l.sleep <= 8 {
        out.arrived(arrival::WINDOW);
    }
    out.clock(at(7, WED, 9));
    if l.money <= 6 && !l.warned {
        out.arrived(arrival::LOAN);
    }
    out.clock(at(7, THU, 9));
    out.posed(decision::HALF_WAY);
    let open = 0b10011 | bit(2, l.seen_nurse) | bit(3, l.has_room || l.sister_rings);
    let option = rng.pick(open);
    out.chose(decision::HALF_WAY, option);
    match option {
        // copy
        0 => {
            up(&mut l.contact, 1);
            down(&mut l.sleep, 1);
        }
        // fresh
        1 => {
            up(&mut l.trust, 2);
            down(&mut l.temper, 1);
        }
        // nurse
        2 => {
            up(&mut l.sleep, 2);
            down(&mut l.drink, 1);
        }
        // home
        3 => {
            up(&mut l.trust, 1);
            up(&mut l.family, 1);
        }
        // senior
        _ => {
            up(&mut l.work, 1);
            up(&mut l.contact, 1);
            l.warned = false;
        }
    }
    out.clock(at(7, FRI, 9));
    if l.family >= 4 && l.drink <= 5 {
        out.arrived(arrival::KIDS_PARTY);
    }
}

fn week_8(l: &mut Life, luck: &Luck, rng: &mut PlayerRng, out: &mut Out) {
    out.clock(at(8, MON, 0));
    if l.ben_about && luck.happens(chance::BEN_MOVES, 4000) {
        out.happened(chance::BEN_MOVES);
        l.ben_about = false;
        l.van = false;
        down(&mut l.temper, 1);
    }
    out.clock(at(8, MON, 9));
    if l.contact <= 6 && !l.on_course {
        out.arrived(arrival::SANCTION);
    }
    out.clock(at(8, WED, 9));
    if l.trust >= 4 {
        out.arrived(arrival::OWN_IDEA);
    }
    out.clock(at(8, THU, 9));
    if l.van || (l.drink >= 4 && l.money <= 6) {
        out.arrived(arrival::YARD_THEFT);
    }
    out.posed(decision::MISSED);
    let open = 0b01101 | bit(1, l.on_course && l.work >= 4) | bit(4, (l.warned && l.contact <= 6) || l.contact <= 3);
    let option = rng.pick(open);
    out.chose(decision::MISSED, option);
    match option {
        // unacceptable
        0 => {
            l.warned = true;
            up(&mut l.contact, 1);
            down(&mut l.trust, 1);
        }
        // accept
        1 => {
            up(&mut l.work, 1);
            up(&mut l.trust, 1);
        }
        // visit
        2 => {
            up(&mut l.contact, 1);
            up(&mut l.temper, 1);
            up(&mut l.trust, 1);
        }
        // sooner
        3 => {
            up(&mut l.contact, 1);
            down(&mut l.work, 2);
        }
        // breach
        _ => {
            up(&mut l.contact, 1);
            down(&mut l.trust, 2);
            up(&mut l.temper, 2);
        }
    }
}

fn week_9(l: &mut Life, luck: &Luck, rng: &mut PlayerRng, out: &mut Out) {
    out.clock(at(9, MON, 0));
    if l.family >= 4 && luck.happens(chance::A_BIRTHDAY, 5500) {
        out.happened(chance::A_BIRTHDAY);
        up(&mut l.family, 1);
        up(&mut l.drink, 1);
    }
    out.clock(at(9, MON, 9));
    if l.work >= 3 && l.sleep >= 3 && !l.ben_about {
        out.arrived(arrival::STEADY);
    }
    out.clock(at(9, TUE, 9));
    if l.has_room || l.contact >= 7 {
        out.arrived(arrival::KITCHEN);
    }
    out.clock(at(9, WED, 9));
    if l.temper >= 4 && (!l.seen_nurse || l.trust < 6) {
        out.arrived(arrival::SHOUTED);
    }
    out.clock(at(9, THU, 9));
    out.posed(decision::AT_THE_DESK);
    let open = 0b10101 | bit(1, l.temper >= 5) | bit(3, l.trust >= 5);
    let option = rng.pick(open);
    out.chose(decision::AT_THE_DESK, option);
    match option {
        // together
        0 => {
            down(&mut l.temper, 2);
            up(&mut l.trust, 1);
        }
        // report
        1 => {
            l.warned = true;
            up(&mut l.temper, 1);
            up(&mut l.contact, 1);
        }
        // word
        2 => {
            down(&mut l.temper, 1);
            down(&mut l.trust, 1);
        }
        // elsewhere
        3 => {
            down(&mut l.temper, 1);
            down(&mut l.contact, 1);
            up(&mut l.sleep, 1);
        }
        // cause
        _ => {
            down(&mut l.temper, 1);
            up(&mut l.sleep, 1);
            l.seen_nurse = true;
        }
    }
}

fn week_10(l: &mut Life, luck: &Luck, rng: &mut PlayerRng, out: &mut Out) {
    out.clock(at(10, MON, 0));
    let mut odds = 2500;
    if l.money <= 2 {
        odds += 3000;
    }
    if l.has_room && luck.happens(chance::EVICTION, odds) {
        out.happened(chance::EVICTION);
        l.has_room = false;
        l.ben_about = true;
        down(&mut l.sleep, 2);
    }
    out.clock(at(10, MON, 9));
    if l.drink >= 4 || l.seen_nurse {
        out.arrived(arrival::TEST_RESULT);
    }
    out.clock(at(10, TUE, 9));
    if !l.sister_rings && l.family <= 8 {
        out.arrived(arrival::SISTER_SILENT);
    }
    out.clock(at(10, WED, 9));
    if (l.has_room && l.money >= 2) || l.money >= 7 {
        out.arrived(arrival::ARREARS_GONE);
    }
    out.clock(at(10, THU, 9));
    out.posed(decision::RESULTS);
    let open = 0b10011 | bit(2, l.drink >= 3 && (l.warned || l.trust < 6)) | bit(3, l.sister_rings && l.family >= 3);
    let option = rng.pick(open);
    out.chose(decision::RESULTS, option);
    match option {
        // plain
        0 => {
            down(&mut l.drink, 2);
            up(&mut l.temper, 1);
        }
        // team
        1 => {
            down(&mut l.drink, 1);
            down(&mut l.contact, 1);
        }
        // tag
        2 => {
            down(&mut l.drink, 3);
            down(&mut l.trust, 2);
            up(&mut l.temper, 1);
        }
        // kerry
        3 => {
            down(&mut l.drink, 1);
            up(&mut l.family, 2);
        }
        // praise
        _ => {
            up(&mut l.trust, 1);
            up(&mut l.drink, 1);
            up(&mut l.work, 1);
        }
    }
    out.clock(at(10, FRI, 9));
    if (l.ben_about && l.trust <= 8) || l.van || l.drink >= 4 {
        out.arrived(arrival::SEEN_WITH);
    }
}

fn week_11(l: &mut Life, luck: &Luck, rng: &mut PlayerRng, out: &mut Out) {
    out.clock(at(11, MON, 0));
    let mut odds = 3500;
    if l.trust >= 6 {
        odds += 1500;
    }
    if l.seen_nurse {
        odds += 500;
    }
    if luck.happens(chance::GOOD_WEEK, odds) {
        out.happened(chance::GOOD_WEEK);
        up(&mut l.trust, 1);
        up(&mut l.sleep, 2);
        down(&mut l.drink, 1);
    }
    out.clock(at(11, MON, 9));
    if l.sleep <= 7 {
        out.arrived(arrival::NIGHTS);
    }
    out.clock(at(11, WED, 9));
    if l.family >= 3 && (l.sister_rings || l.money >= 3) {
        out.arrived(arrival::CARD);
    }
    out.clock(at(11, THU, 9));
    out.posed(decision::SHORT_HOURS);
    let open = 0b11001 | bit(1, l.on_course) | bit(2, l.family >= 5);
    let option = rng.pick(open);
    out.chose(decision::SHORT_HOURS, option);
    match option {
        // agency
        0 => {
            up(&mut l.work, 1);
            up(&mut l.money, 1);
        }
        // college
        1 => {
            up(&mut l.work, 2);
            down(&mut l.money, 1);
        }
        // family
        2 => {
            up(&mut l.family, 2);
            down(&mut l.sleep, 1);
        }
        // report-more
        3 => {
            up(&mut l.contact, 1);
            up(&mut l.temper, 1);
        }
        // rest
        _ => {
            up(&mut l.sleep, 2);
            up(&mut l.drink, 1);
        }
    }
    out.clock(at(11, FRI, 9));
    if l.work <= 6 && (!l.on_course || l.temper >= 5) {
        out.arrived(arrival::SHORT_WEEK);
    }
}

fn week_12(l: &mut Life, luck: &Luck, rng: &mut PlayerRng, out: &mut Out) {
    out.clock(at(12, MON, 0));
    let mut odds = 3000;
    if l.warned {
        odds += 1500;
    }
    if l.work >= 2 && luck.happens(chance::PAY_DOCKED, odds) {
        out.happened(chance::PAY_DOCKED);
        down(&mut l.money, 2);
        up(&mut l.temper, 1);
    }
    out.clock(at(12, MON, 9));
    if l.warned || l.drink >= 4 || l.contact <= 5 {
        out.arrived(arrival::REVIEW_SLOT);
    }
    out.clock(at(12, TUE, 9));
    if (l.has_room && l.trust >= 3 && l.temper <= 7) || (l.sister_rings && l.family >= 5) {
        out.arrived(arrival::KEYS);
    }
    out.clock(at(12, THU, 9));
    if l.trust >= 6 || (l.sister_rings && l.contact >= 3) {
        out.arrived(arrival::LAST_WORD);
    }
    out.posed(decision::WHAT_NEXT);
    let open = 0b10110 | bit(0, l.trust >= 5 && l.drink <= 5) | bit(3, l.warned || l.drink >= 7);
    let option = rng.pick(open);
    out.chose(decision::WHAT_NEXT, option);
    match option {
        // fewer
        0 => {
            up(&mut l.trust, 2);
            down(&mut l.contact, 1);
        }
        // same
        1 => {
            up(&mut l.contact, 1);
        }
        // joint
        2 => {
            down(&mut l.drink, 1);
            up(&mut l.contact, 1);
        }
        // formal
        3 => {
            up(&mut l.contact, 1);
            up(&mut l.temper, 1);
            down(&mut l.trust, 1);
        }
        // ask-him
        _ => {
            up(&mut l.trust, 1);
            up(&mut l.family, 1);
        }
    }
}

fn ending(l: &Life, out: &mut Out) {
    out.clock(at(13, MON, 0));
    let id = if (l.drink >= 6 && l.contact <= 7) || (l.temper >= 7 && l.trust <= 4) || l.van {
        ending::CAME_APART
    } else if l.trust >= 6 && l.work >= 4 && l.drink <= 4 && !l.ben_about {
        ending::TOOK_HOLD
    } else {
        ending::WENT_ON
    };
    out.ended(id);
}
