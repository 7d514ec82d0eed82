//! Live regions: what a screen reader says by itself. Polite ones wait for a pause, urgent ones do not.

use egui::accesskit::{Live, Role};
use egui::{Id, Ui, UiBuilder};

/// What was last announced, and how.
#[derive(Debug, Default)]
pub struct Announcer {
    polite: Vec<String>,
    urgent: Vec<String>,
    /// Said in this pass already, so that the next one begins anew.
    shown: bool,
}

impl Announcer {
    /// Says something with the next pass. Several things said in one pass are said together.
    pub fn say(&mut self, text: String, urgent: bool) {
        if std::mem::take(&mut self.shown) {
            self.polite.clear();
            self.urgent.clear();
        }
        let lines = if urgent { &mut self.urgent } else { &mut self.polite };
        if !text.is_empty() && !lines.contains(&text) {
            lines.push(text);
        }
    }

    /// What is to be said politely, in one text.
    #[must_use]
    pub fn polite(&self) -> String {
        self.polite.join(" ")
    }

    /// What is to be said at once.
    #[must_use]
    pub fn urgent(&self) -> String {
        self.urgent.join(" ")
    }

    /// Puts both regions into the tree. They take no room.
    pub fn ui(&mut self, ui: &mut Ui) {
        for (name, role, live, text) in [
            ("announced", Role::Status, Live::Polite, self.polite()),
            ("announced-at-once", Role::Alert, Live::Assertive, self.urgent()),
        ] {
            let at = egui::Rect::from_min_size(ui.max_rect().min, egui::Vec2::ZERO);
            let builder = UiBuilder::new().id(Id::new(name)).max_rect(at);
            ui.scope_builder(builder, |ui| {
                ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                    node.set_role(role);
                    node.set_live(live);
                    // A status is called by its words.
                    node.set_label(text.as_str());
                });
            });
        }
        self.shown = true;
    }
}

#[cfg(test)]
mod tests {
    use super::Announcer;

    #[test]
    fn what_comes_together_is_said_together_and_then_forgotten() {
        let mut announcer = Announcer::default();
        announcer.say("Two new.".into(), false);
        announcer.say("10 minutes used.".into(), false);
        announcer.say("10 minutes used.".into(), false);
        announcer.say("Not yet.".into(), true);
        assert_eq!(announcer.polite(), "Two new. 10 minutes used.");
        assert_eq!(announcer.urgent(), "Not yet.");
        announcer.shown = true;
        announcer.say("Kept.".into(), false);
        assert_eq!((announcer.polite().as_str(), announcer.urgent().as_str()), ("Kept.", ""));
    }
}
