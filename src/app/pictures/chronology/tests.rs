//! The picture under egui's harness: keys, presses, drags.

use std::cell::RefCell;

use egui::{Event, Key, Modifiers, MouseWheelUnit, TouchPhase, pos2};
use egui_kittest::Harness;

use super::moving::STEP;
use super::*;
use crate::app::acts::Act;
use crate::app::theme::{Colours, Theme, fonts};
use crate::desk::parts::Stamp;
use crate::desk::timeline::{DayZero, Flag, Lane, LaneKind, Mark, Opens, Reading, Row, Segment, Shape, Tick, Week};
use crate::scenario::calendar::{DAY, Minute};
use crate::scenario::raw::{Kind, Level};
use crate::text::Catalogue;

const WEEK: Minute = 7 * DAY;

fn said(words: &str) -> Message {
    Message::verbatim(words)
}

fn stamp(at: Minute) -> Stamp {
    Stamp { minute: at, words: said(&format!("minute {at}")) }
}

/// Marks in three lanes, from week 0 to week 20; now is week 15. Each is one row, the newest first.
fn timeline() -> Timeline {
    let shapes = [
        (0, 0, Shape::Rating(Level::Low)),
        (WEEK, 1, Shape::Item(Reading::Read)),
        (WEEK + 60, 1, Shape::Item(Reading::Unread)),
        (5 * WEEK, 2, Shape::Act(Kind::Explore)),
        (8 * WEEK, 1, Shape::Item(Reading::Cited)),
        (14 * WEEK, 2, Shape::Act(Kind::Consult)),
        (18 * WEEK, 3, Shape::Flag(Flag::Open)),
    ];
    let last = shapes.len() - 1;
    let marks: Vec<Mark> = shapes
        .iter()
        .enumerate()
        .map(|(index, (at, lane, shape))| Mark {
            at: stamp(*at),
            shown_at: *at,
            week: at / WEEK,
            lane: *lane,
            shape: *shape,
            words: said(&format!("mark {index}")),
            detail: None,
            opens: Some(Opens::Item { item: format!("item-{index}"), nth: 0 }),
            case: None,
            row: last - index,
        })
        .collect();
    let rows: Vec<Row> = marks
        .iter()
        .enumerate()
        .rev()
        .map(|(index, mark)| Row {
            at: mark.at.clone(),
            day: said("Tue"),
            shape: mark.shape,
            words: mark.words.clone(),
            detail: None,
            opens: mark.opens.clone(),
            mark: index,
        })
        .collect();
    let lane = |kind, words: &str| Lane { kind, case: None, words: said(words), segments: Vec::new() };
    let mut risk = lane(LaneKind::Risk(Risk::Public), "Risk to the public");
    risk.segments.push(Segment { from: 0, to: 15 * WEEK, level: Level::Low, words: said("Low") });
    Timeline {
        heading: said("Weeks 0 to 19"),
        name: said("Chronology, weeks 0 to 19"),
        begins: 0,
        ends: 20 * WEEK,
        now: 15 * WEEK,
        now_words: said("Now"),
        day_0: Some(DayZero { at: 0, words: said("release") }),
        ticks: (0..20)
            .map(|week| Tick { at: week * WEEK, week, words: said(&week.to_string()), played: true })
            .collect(),
        lanes: vec![
            risk,
            lane(LaneKind::From(crate::desk::senders::Sender::Person), "From Sam"),
            lane(LaneKind::Yours, "What you did"),
            lane(LaneKind::Deadlines, "Deadlines"),
        ],
        marks,
        links: vec![crate::desk::timeline::Link { from: 3, to: 4 }],
        weeks: vec![Week { week: Some(0), words: said("Week 0"), rows: 0..rows.len() }],
        rows,
        legend: Vec::new(),
    }
}

/// The picture with what came of it.
#[derive(Default)]
struct Shown {
    picture: ChronologyPicture,
    chosen: Option<usize>,
    opened: Vec<usize>,
    acts: Vec<Act>,
}

struct Desk {
    harness: Harness<'static>,
    shown: Rc<RefCell<Shown>>,
}

impl Desk {
    fn open(still: bool) -> Self {
        let shown = Rc::new(RefCell::new(Shown::default()));
        let of = Rc::clone(&shown);
        let (words, theme, data) =
            (Catalogue::english(), Theme::new(Colours::Light, 100, still), Rc::new(timeline()));
        let mut ready = false;
        let draw = move |ui: &mut Ui| {
            if !std::mem::replace(&mut ready, true) {
                ui.ctx().set_fonts(fonts::definitions());
                return ui.ctx().request_repaint();
            }
            let mut shown = of.borrow_mut();
            let Shown { picture, chosen, opened, acts } = &mut *shown;
            let mut cx = Cx::new(&words, &theme, acts);
            let mut rest = Rect::from_min_size(pos2(0.0, 0.0), vec2(1000.0, 600.0));
            let list = page::cut(&mut rest, Side::Right, 292.0);
            opened.extend(chronology_ui(ui, &mut cx, rest, picture, &data, chosen));
            opened.extend(list_ui(ui, &mut cx, list, picture, &data, (chosen, true)));
        };
        let harness = Harness::builder().with_size(vec2(1000.0, 600.0)).with_step_dt(1.0 / 60.0).build_ui(draw);
        let mut desk = Self { harness, shown };
        desk.settle();
        desk
    }

    fn settle(&mut self) {
        self.harness.run_steps(20);
    }

    fn focus(&mut self, id: Id) {
        self.harness.ctx.memory_mut(|memory| memory.request_focus(id));
        self.settle();
    }

    fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    fn chosen(&self) -> Option<usize> {
        self.shown.borrow().chosen
    }

    fn seen(&self) -> Stretch {
        self.shown.borrow().picture.target()
    }

    /// Where marks stand in the picture, by their places in the data.
    fn placed(&self) -> Vec<(Vec<usize>, Rect)> {
        let shown = self.shown.borrow();
        let (_, scene) = shown.picture.built.as_ref().unwrap();
        scene.placed.iter().map(|placed| (placed.marks.clone(), placed.bounds)).collect()
    }

    fn at(&self, mark: usize) -> Pos2 {
        self.placed().into_iter().find(|(marks, _)| marks.contains(&mark)).unwrap().1.center()
    }

    fn click(&mut self, at: Pos2) {
        self.harness.hover_at(at);
        self.harness.step();
        for pressed in [true, false] {
            self.harness.event(Event::PointerButton {
                pos: at,
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
        self.settle();
    }

    fn drag(&mut self, from: Pos2, to: Pos2) {
        self.harness.drag_at(from);
        self.harness.step();
        self.harness.hover_at(from + (to - from) / 2.0);
        self.harness.step();
        self.harness.hover_at(to);
        self.harness.step();
        self.harness.drop_at(to);
        self.settle();
    }
}

#[test]
fn keys_zoom_about_what_is_chosen_and_fit_again() {
    let mut desk = Desk::open(false);
    let whole = desk.seen();
    assert_eq!(whole, Stretch::new(0, 20 * WEEK));
    desk.focus(picture_id());
    desk.press(Key::ArrowLeft);
    assert_eq!(desk.chosen(), Some(0), "stepping begins at the newest");
    desk.press(Key::ArrowLeft);
    desk.press(Key::ArrowLeft);
    assert_eq!(desk.chosen(), Some(2), "mark 4, in week 8");
    desk.press(Key::Plus);
    desk.press(Key::Plus);
    let near = desk.seen();
    assert!((near.long() * STEP * STEP - whole.long()).abs() < 1.0 && near.contains(f64::from(8 * WEEK)), "{near:?}");
    desk.press(Key::Minus);
    assert!(desk.seen().long() > near.long());
    desk.press(Key::Num0);
    assert_eq!(desk.seen(), whole);
}

#[test]
fn zooming_takes_its_time_but_not_where_nothing_moves() {
    for (still, passes) in [(false, 120.0 / 1000.0 * 60.0), (true, 2.0)] {
        let mut desk = Desk::open(still);
        desk.focus(picture_id());
        let before = desk.placed();
        desk.harness.key_press(Key::Plus);
        desk.harness.step();
        // A press is two passes: the key goes down, and up.
        let mut steps = 2.0;
        while desk.shown.borrow().picture.from.is_some() {
            desk.harness.run_steps(1);
            steps += 1.0;
        }
        assert!(steps >= passes && steps <= passes + 3.0, "{still}: {steps}");
        assert_ne!(desk.placed(), before);
    }
}

#[test]
fn close_marks_are_one_and_part_when_zoomed() {
    let mut desk = Desk::open(true);
    let together = |desk: &Desk| desk.placed().iter().any(|(marks, _)| marks.as_slice() == [1, 2]);
    assert!(together(&desk));
    // A press chooses the newest of them, and one more the next.
    let at = desk.at(1);
    desk.click(at);
    assert_eq!(desk.chosen(), Some(4), "mark 2");
    desk.harness.run_steps(60);
    desk.click(at);
    assert_eq!(desk.chosen(), Some(5), "mark 1");
    desk.focus(picture_id());
    for _ in 0..10 {
        desk.press(Key::Plus);
    }
    assert!(!together(&desk), "{:?}", desk.placed());
}

#[test]
fn left_and_right_step_in_time_and_bring_into_sight_what_they_come_to() {
    let mut desk = Desk::open(true);
    desk.focus(picture_id());
    for _ in 0..6 {
        desk.press(Key::Plus);
    }
    let mut came_to = Vec::new();
    for _ in 0..8 {
        desk.press(Key::ArrowLeft);
        let row = desk.chosen().unwrap();
        came_to.push(row);
        let at = f64::from(timeline().marks[timeline().rows[row].mark].shown_at);
        assert!(desk.seen().contains(at), "{row}");
    }
    assert_eq!(came_to, [0, 1, 2, 3, 4, 5, 6, 6]);
    desk.press(Key::ArrowRight);
    assert_eq!(desk.chosen(), Some(5));
    // What it came to was said, since the focus stayed on the picture.
    let said = desk.shown.borrow().acts.last().cloned();
    assert_eq!(said, Some(Act::Announce { text: format!("mark 1, minute {WEEK}"), urgent: false }));
}

#[test]
fn the_list_has_the_keys_of_the_picture_and_moves_its_mark() {
    let mut desk = Desk::open(true);
    desk.focus(list::list_id().with(0));
    assert_eq!(desk.chosen(), Some(0), "what has the focus is marked");
    desk.press(Key::ArrowDown);
    desk.press(Key::ArrowLeft);
    assert_eq!(desk.chosen(), Some(2));
    assert_eq!(desk.harness.ctx.memory(|memory| memory.focused()), Some(list::list_id().with(2)));
    desk.press(Key::Plus);
    assert!(desk.seen().long() < Stretch::new(0, 20 * WEEK).long());
    desk.press(Key::End);
    assert_eq!(desk.chosen(), Some(6));
    desk.press(Key::Enter);
    assert_eq!(desk.shown.borrow().opened, [6]);
}

#[test]
fn enter_on_the_picture_opens_what_is_chosen() {
    let mut desk = Desk::open(true);
    desk.focus(picture_id());
    desk.press(Key::Enter);
    assert_eq!(desk.shown.borrow().opened, [0; 0], "nothing is chosen");
    desk.press(Key::ArrowLeft);
    desk.press(Key::Enter);
    assert_eq!(desk.shown.borrow().opened, [0]);
}

#[test]
fn a_press_in_the_list_points_and_one_more_opens() {
    let mut desk = Desk::open(true);
    // The third row: a heading of 26, then rows of 30.
    let at = pos2(850.0, 26.0 + 75.0);
    desk.click(at);
    assert_eq!((desk.chosen(), desk.shown.borrow().opened.len()), (Some(2), 0));
    desk.harness.run_steps(60);
    desk.click(at);
    assert_eq!(desk.shown.borrow().opened, [2]);
}

#[test]
fn a_drag_moves_what_is_seen_and_the_wheel_zooms_with_ctrl() {
    let mut desk = Desk::open(true);
    desk.focus(picture_id());
    desk.press(Key::Plus);
    desk.press(Key::Plus);
    let before = desk.seen();
    desk.drag(pos2(400.0, 300.0), pos2(300.0, 300.0));
    let moved = desk.seen();
    assert!(moved.from > before.from && (moved.long() - before.long()).abs() < 1.0, "{before:?} {moved:?}");
    assert_eq!(desk.chosen(), None, "a drag is no press");
    desk.harness.hover_at(pos2(400.0, 300.0));
    desk.harness.step();
    let wheel = Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, 60.0),
        phase: TouchPhase::Move,
        modifiers: Modifiers::CTRL,
    };
    desk.harness.event_modifiers(wheel, Modifiers::CTRL);
    desk.settle();
    assert!(desk.seen().long() < moved.long(), "{:?}", desk.seen());
}

#[test]
fn the_window_on_the_strip_is_dragged() {
    let mut desk = Desk::open(true);
    desk.focus(picture_id());
    for _ in 0..3 {
        desk.press(Key::Plus);
    }
    let before = desk.seen();
    let y = tools::ROW + overview::HEIGHT / 2.0;
    let strip = overview::strip(Rect::from_min_size(pos2(0.0, 0.0), vec2(700.0, overview::HEIGHT)));
    let axis = overview::axis(strip, Stretch::new(0, 20 * WEEK));
    let middle = f64::midpoint(before.from, before.to);
    let x = axis.left + (middle / axis.per_point()) as f32;
    desk.drag(pos2(x, y), pos2(x + 60.0, y));
    let after = desk.seen();
    assert!(after.from > before.from && (after.long() - before.long()).abs() < 1.0, "{before:?} {after:?}");
}

#[test]
fn the_picture_is_one_image_with_a_sentence_for_a_name() {
    use egui_kittest::kittest::{NodeT, Queryable};
    let desk = Desk::open(true);
    let image = desk.harness.get_by_role(Role::Image);
    assert_eq!(image.accesskit_node().label().as_deref(), Some("Chronology, weeks 0 to 19"));
}

#[test]
fn a_step_goes_from_row_to_row_whatever_shares_one() {
    let mut timeline = timeline();
    // The first three marks are of one row, as bars of one rating are.
    for mark in &mut timeline.marks[..3] {
        mark.row = 6;
    }
    assert_eq!(stepped(&timeline, Some(6), true), Some(3));
    assert_eq!(stepped(&timeline, Some(3), false), Some(6));
    assert_eq!(stepped(&timeline, Some(6), false), Some(6));
    assert_eq!(stepped(&timeline, None, true), Some(0));
    timeline.marks.clear();
    assert_eq!(stepped(&timeline, Some(0), true), None);
}
