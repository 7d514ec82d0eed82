//! The desktop app without a window: an office under egui's harness, with a data folder of its own.
//!
//! A test presses keys, reads the tree that a screen reader is given, and asks what came of it. Work is done on the
//! spot, so that a test sees the same every time.

mod briefing;
mod debrief;
mod decision;
mod desk;
mod end_of_turn;
mod form;
mod library;
mod menus;
mod pictures;
mod reviewing;
mod watch;
mod words;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use defensible::app::office::{Office, Options};
use defensible::app::play::{Play, Standing};
use defensible::app::work::Work;
use defensible::text::Catalogue;
use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::NodeT;
use egui_kittest::{Harness, Node};
use tempfile::TempDir;

/// The window at 100 %.
pub const WIDE: [f32; 2] = [1280.0, 800.0];

/// The same window at 200 %: half as much of everything.
pub const LARGE_TEXT: [f32; 2] = [640.0, 400.0];

/// An office that is open.
pub struct Window {
    pub harness: Harness<'static, Office>,
    folder: TempDir,
}

impl Window {
    /// Opens it with nothing kept.
    pub fn open(size: [f32; 2]) -> Self {
        Self::open_on(size, tempfile::tempdir().unwrap(), None)
    }

    /// Opens it with other words.
    pub fn open_saying(size: [f32; 2], words: Arc<Catalogue>) -> Self {
        Self::open_with(size, tempfile::tempdir().unwrap(), None, words)
    }

    /// Opens it on a data folder, and on a folder of scenarios if there is one.
    pub fn open_on(size: [f32; 2], folder: TempDir, scenarios: Option<PathBuf>) -> Self {
        Self::open_with(size, folder, scenarios, Arc::new(Catalogue::english()))
    }

    fn open_with(size: [f32; 2], folder: TempDir, scenarios: Option<PathBuf>, words: Arc<Catalogue>) -> Self {
        let options = Options { scenarios, data: Some(folder.path().to_owned()), watch: false };
        let office = Office::open(options, words, Work::here());
        let mut prepared = false;
        let draw = move |ui: &mut egui::Ui, office: &mut Office| {
            if std::mem::replace(&mut prepared, true) {
                office.pass(ui.ctx());
            } else {
                // Faces are there from the next pass on.
                Office::prepare(ui.ctx());
                ui.ctx().request_repaint();
            }
        };
        let harness = Harness::builder().with_size(vec2(size[0], size[1])).build_ui_state(draw, office);
        let mut window = Self { harness, folder };
        window.settle();
        window
    }

    /// The data folder; the office is closed.
    pub fn close(self) -> TempDir {
        let Self { harness, folder } = self;
        let mut office = harness.into_state();
        office.close();
        folder
    }

    pub fn office(&self) -> &Office {
        self.harness.state()
    }

    /// Draws until nothing changes any more, and what is on its way to the disk is there.
    pub fn settle(&mut self) {
        for _ in 0..500 {
            self.harness.run_steps(2);
            // While something is on its way to the disk it looks again and again.
            let _ = self.harness.try_run();
            if self.office().play().map(Play::standing) != Some(&Standing::Saving) {
                self.harness.run();
                return;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("the run is not kept");
    }

    pub fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Types into whatever has the focus.
    pub fn write(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.settle();
    }

    /// Presses Tab until something of this role, whose name begins so, has the focus.
    pub fn tab_to(&mut self, role: Role, name: &str) {
        let mut seen = Vec::new();
        for _ in 0..60 {
            self.press(Key::Tab);
            let focused = self.focused();
            if focused.as_ref().is_some_and(|(one, words)| *one == role && words.starts_with(name)) {
                return;
            }
            seen.push(focused);
        }
        panic!("no {role:?} \"{name}\" on the way of Tab: {seen:#?}");
    }

    /// What has the focus: its role and its name.
    pub fn focused(&self) -> Option<(Role, String)> {
        let found = all(&self.harness.root()).into_iter().find(|node| node.is_focused())?;
        let node = found.accesskit_node();
        Some((node.role(), node.label().unwrap_or_default())).filter(|(role, _)| *role != Role::Window)
    }

    /// Names of everything with this role, in the order of the tree.
    pub fn names(&self, role: Role) -> Vec<String> {
        let nodes = all(&self.harness.root());
        let nodes = nodes.iter().map(NodeT::accesskit_node).filter(|node| node.role() == role);
        nodes.map(|node| node.label().or(node.value()).unwrap_or_default()).collect()
    }

    /// Every text of the tree with its role: names, values and descriptions.
    pub fn texts(&self) -> Vec<(Role, String)> {
        let nodes = all(&self.harness.root());
        let texts = nodes.iter().map(NodeT::accesskit_node).flat_map(|node| {
            let texts = [node.label(), node.value(), node.description()];
            texts.into_iter().flatten().map(move |text| (node.role(), text)).collect::<Vec<_>>()
        });
        texts.filter(|(_, text)| !text.is_empty()).collect()
    }

    /// The whole tree as text: a node a line, what has neither role nor name left out.
    pub fn tree(&self) -> String {
        let mut text = String::new();
        draw(&self.harness.root(), 0, &mut text);
        text
    }

    /// The tree of the screen alone: without the bar on top, and without what was announced.
    pub fn screen(&self) -> String {
        let mut text = String::new();
        let mut is_shown = true;
        for line in self.tree().lines() {
            if !line.starts_with(' ') {
                is_shown = !["Banner", "Status", "Alert"].iter().any(|role| line.starts_with(role));
            }
            if is_shown {
                text.push_str(line);
                text.push('\n');
            }
        }
        text
    }

    pub fn polite(&self) -> String {
        self.office().announcer().polite()
    }

    pub fn urgent(&self) -> String {
        self.office().announcer().urgent()
    }

    /// Everything that can be pressed or written in is at least 24 points high and wide, and none of it reaches out of
    /// the window at its sides.
    pub fn check_targets(&self) {
        let width = self.harness.ctx.content_rect().width();
        for node in all(&self.harness.root()) {
            let of = node.accesskit_node();
            let pressed = [Role::Button, Role::CheckBox, Role::RadioButton, Role::TextInput, Role::Link];
            if !pressed.contains(&of.role()) || of.bounding_box().is_none() {
                continue;
            }
            let (rect, name) = (node.rect(), of.label().unwrap_or_default());
            assert!(rect.width() >= 23.9 && rect.height() >= 23.9, "{name}: {rect:?}");
            assert!(rect.left() >= -0.5 && rect.right() <= width + 0.5, "{name}: {rect:?}");
        }
    }

    /// No text reaches out of the window at its sides.
    pub fn check_widths(&self) {
        let width = self.harness.ctx.content_rect().width();
        for node in all(&self.harness.root()) {
            let of = node.accesskit_node();
            let texts = [Role::Label, Role::Heading, Role::ListItem, Role::Group];
            if texts.contains(&of.role()) && of.bounding_box().is_some() {
                let (rect, name) = (node.rect(), of.label().or(of.value()).unwrap_or_default());
                assert!(rect.left() >= -0.5 && rect.right() <= width + 0.5, "{name}: {rect:?} in {width}");
            }
        }
    }

    /// Nothing that can be pressed lies over anything else of the same part of the screen that can be pressed.
    pub fn check_apart(&self) {
        let regions = [Role::Banner, Role::Search, Role::Main, Role::Region, Role::Complementary, Role::Footer];
        let parts =
            all(&self.harness.root()).into_iter().filter(|node| regions.contains(&node.accesskit_node().role()));
        for part in parts {
            let nodes = all(&part).into_iter().filter(|node| {
                let of = node.accesskit_node();
                let roles = [Role::Button, Role::CheckBox, Role::RadioButton, Role::TextInput, Role::ListItem];
                roles.contains(&of.role()) && of.bounding_box().is_some()
            });
            let name = |node: &Node<'_>| node.accesskit_node().label().unwrap_or_default();
            let pressed: Vec<_> = nodes.map(|node| (node.rect().shrink(1.0), name(&node))).collect();
            for (at, (one, name)) in pressed.iter().enumerate() {
                for (other, beside) in &pressed[at + 1..] {
                    assert!(!one.intersects(*other), "{name} {one:?} lies over {beside} {other:?}");
                }
            }
        }
    }
}

/// Every node below this one, in the order of the tree.
fn all<'t>(node: &Node<'t>) -> Vec<Node<'t>> {
    node.children_recursive().collect()
}

fn draw(node: &Node<'_>, depth: usize, text: &mut String) {
    let of = node.accesskit_node();
    let (label, value) = (of.label().filter(|one| !one.is_empty()), of.value().filter(|one| !one.is_empty()));
    let bare = matches!(of.role(), Role::GenericContainer | Role::Unknown | Role::Window | Role::TextRun);
    let is_shown = !bare && (label.is_some() || value.is_some() || of.role() != Role::Label);
    if is_shown {
        let mut line = format!("{}{:?}", "  ".repeat(depth), of.role());
        for part in
            [label.as_ref().map(|label| format!(" \"{label}\"")), value.map(|value| format!(" = \"{value}\""))]
        {
            line.push_str(&part.unwrap_or_default());
        }
        let states = [
            (of.is_focused(), "focused"),
            (of.is_disabled(), "disabled"),
            (of.toggled() == Some(Toggled::True), "on"),
            (of.toggled() == Some(Toggled::False), "off"),
            (of.is_selected() == Some(true), "selected"),
        ];
        let states: Vec<&str> = states.into_iter().filter(|(is, _)| *is).map(|(_, name)| name).collect();
        if !states.is_empty() {
            line.push_str(&format!(" [{}]", states.join(", ")));
        }
        if let Some(about) = of.description().filter(|about| !about.is_empty()) {
            line.push_str(&format!(" ({about})"));
        }
        text.push_str(&line);
        text.push('\n');
    }
    for child in node.children() {
        draw(&child, depth + usize::from(is_shown), text);
    }
}
