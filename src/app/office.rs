//! The app without its window: where a person is, what is drawn, and what comes of what they ask for.
//!
//! In go egui's input and what threads have done; out come drawings, and commands to the run in play. It holds no rule
//! of the simulation: [`crate::desk`] decides what is shown, [`crate::run`] what may be done. It needs no bevy, so that
//! tests press keys in it without a window.

use std::path::PathBuf;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Context, Id, LayerId, Rect, Ui, UiBuilder};

use super::acts::Act;
use super::announce::Announcer;
use super::cx::Cx;
use super::keyboard;
use super::over::Over;
use super::parts::page;
use super::play::{Play, Standing};
use super::screens::briefing::BriefingState;
use super::screens::debrief::DebriefState;
use super::screens::decision::DecisionState;
use super::screens::desk::DeskState;
use super::screens::end_of_turn;
use super::screens::form::FormState;
use super::screens::library::LibraryState;
use super::screens::reviewing::ReviewingState;
use super::screens::reviews::ReviewsState;
use super::screens::{self, top};
use super::settings::Settings;
use super::shelf::Shelf;
use super::theme::{Theme, fonts, size};
use super::turning::Turning;
use super::work::Work;
use crate::sitting::data::Store;
use crate::text::{Catalogue, Message};

/// Where a person is.
#[derive(Debug)]
pub enum Place {
    Library,
    Briefing(Box<BriefingState>),
    Desk,
    Form(Box<FormState>),
    Decision(Box<DecisionState>),
    /// Reviews of one decision, before the end.
    Reviews(Box<ReviewsState>),
    EndOfTurn,
    Debrief(Box<DebriefState>),
    /// What a member of a panel has besides the desk.
    Reviewing(Box<ReviewingState>),
}

/// Where things lie, as the command line says.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// A folder of scenarios, looked through before those that are built in.
    pub scenarios: Option<PathBuf>,
    /// The folder where runs are kept, instead of the usual one.
    pub data: Option<PathBuf>,
    /// Scenarios that change on the disk are read again.
    pub watch: bool,
}

/// The app without its window.
#[derive(Debug)]
pub struct Office {
    pub(super) options: Options,
    pub(super) words: Arc<Catalogue>,
    pub(super) settings: Settings,
    pub(super) theme: Theme,
    /// The theme has to be applied to egui before the next pass.
    restyle: bool,
    pub(super) place: Place,
    pub(super) library: LibraryState,
    pub(super) shelf: Option<Shelf>,
    pub(super) store: Option<Store>,
    pub(super) play: Option<Play>,
    pub(super) desk: DeskState,
    pub(super) over: Option<Over>,
    pub(super) announcer: Announcer,
    /// What a person should be told until they put it away.
    pub(super) notices: Vec<Message>,
    pub(super) work: Work,
    pub(super) acts: Vec<Act>,
    pub(super) turning: Turning,
    /// The slug and the variant of the case in play, if it was begun or read in this sitting.
    pub(super) playing: Option<(String, Option<String>)>,
    /// An answer was committed, and is acknowledged once it is durable.
    pub(super) committing: bool,
    /// The person wants to leave the program.
    leaving: bool,
    /// The focus of the last pass: when it moves, one more pass shows where it went.
    focused: Option<Id>,
}

impl Office {
    /// Opens what is kept and reads the library.
    #[must_use]
    pub fn open(options: Options, words: Arc<Catalogue>, work: Work) -> Self {
        let settings = Settings::default();
        let mut office = Self {
            options,
            words,
            settings,
            theme: settings.theme(),
            restyle: true,
            place: Place::Library,
            library: LibraryState::default(),
            shelf: None,
            store: None,
            play: None,
            desk: DeskState::default(),
            over: None,
            announcer: Announcer::default(),
            notices: Vec::new(),
            work,
            acts: Vec::new(),
            turning: Turning::default(),
            playing: None,
            committing: false,
            leaving: false,
            focused: None,
        };
        office.open_store();
        office
    }

    /// Prepares egui: faces, and a tree for screen readers.
    pub fn prepare(ctx: &Context) {
        ctx.set_fonts(fonts::definitions());
        ctx.options_mut(|options| {
            // Text size is set in one place, and kept.
            options.zoom_with_keyboard = false;
        });
    }

    /// One pass over the whole window.
    pub fn pass(&mut self, ctx: &Context) {
        let builder = UiBuilder::new().layer_id(LayerId::background()).max_rect(ctx.content_rect());
        let mut ui = Ui::new(ctx.clone(), Id::new("office"), builder);
        self.ui(&mut ui);
    }

    /// Tells a person something, until they put it away.
    pub fn notice(&mut self, notice: Message) {
        self.notices.push(notice);
    }

    /// Asks for something, as a button or a key does: it is done after the next pass.
    pub fn ask(&mut self, act: Act) {
        self.acts.push(act);
    }

    /// Before the window closes: what is half written is kept, and waited for.
    pub fn close(&mut self) {
        self.keep_unfinished();
        self.play = None;
    }

    /// Draws everything, then does what was asked for. One pass.
    pub fn ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.take_in();
        // The old page has gone: what was asked for with it is done before the new one is drawn.
        if let Some(act) = self.turning.due(ctx.input(|input| input.time)) {
            self.carry_out(act, &ctx);
        }
        if std::mem::take(&mut self.restyle) {
            self.theme.apply(&ctx);
        }
        self.keys(&ctx);
        self.draw(ui);
        let acts = std::mem::take(&mut self.acts);
        // What was drawn before an act was done is drawn once more.
        let acted = !acts.is_empty();
        for act in acts {
            self.carry_out(act, &ctx);
        }
        self.announcer.ui(ui);
        self.wait_for_the_disk(&ctx);
        let focused = ctx.memory(|memory| memory.focused());
        keyboard::keep_arrows(&ctx, focused);
        if let Some(focused) = focused {
            // What was given the focus just now is drawn with the next pass. A tree whose focus is in no node of it
            // brings screen readers down.
            ctx.accesskit_node_builder(focused, |_| ());
        }
        if focused != self.focused || acted || !self.acts.is_empty() {
            self.focused = focused;
            ctx.request_repaint();
        }
    }

    /// Puts a theme into force with the next pass.
    pub(super) fn restyle(&mut self) {
        self.theme = self.settings.theme();
        self.restyle = true;
    }

    /// Whether the person has asked to leave the program.
    #[must_use]
    pub const fn is_leaving(&self) -> bool {
        self.leaving
    }

    pub(super) const fn leave(&mut self) {
        self.leaving = true;
    }

    /// Whether anything goes on on a thread: the library is read, a case, a debrief.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        self.work.is_busy()
    }

    /// Where the person is.
    #[must_use]
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// The run in play.
    #[must_use]
    pub const fn play(&self) -> Option<&Play> {
        self.play.as_ref()
    }

    /// Words that screen readers are given by themselves.
    #[must_use]
    pub const fn announcer(&self) -> &Announcer {
        &self.announcer
    }

    /// While something is on its way to the disk, looks again soon; says when it is there.
    fn wait_for_the_disk(&mut self, ctx: &Context) {
        let Some(play) = &mut self.play else { return };
        let was = play.standing().clone();
        let now = play.look_again().clone();
        match &now {
            Standing::Saving => ctx.request_repaint_after(std::time::Duration::from_millis(10)),
            Standing::Kept if self.committing => self.committed(),
            Standing::Failing(trouble) if was != now => {
                let trouble = self.words.say(trouble);
                self.announcer.say(trouble, true);
                if self.committing {
                    self.committed();
                }
            }
            _ => {}
        }
        if was != now {
            ctx.request_repaint();
        }
        if now == Standing::Kept
            && let Some(spent) = self.play.as_mut().and_then(|play| play.spent.take())
        {
            self.remove_spent(spent);
        }
    }

    /// Draws the place, and whatever is open over it.
    fn draw(&mut self, ui: &mut Ui) {
        let theme = self.theme;
        let words = Arc::clone(&self.words);
        let mut acts = std::mem::take(&mut self.acts);
        let mut cx = Cx::new(&words, &theme, &mut acts);
        let window = ui.max_rect();
        self.draw_place(ui, &mut cx, window);
        if let Some(mut over) = self.over.take() {
            over.ui(ui, &mut cx, self);
            // It may have been closed, or another one opened, only by an act: these come after the pass.
            self.over = Some(over);
        }
        self.acts = acts;
    }

    fn draw_place(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, window: Rect) {
        let mut rest = window;
        ui.painter().rect_filled(window, 0, cx.tokens().desk);
        let bar = page::cut(&mut rest, page::Side::Top, size::TOP);
        let name = cx.t("app-region-top");
        page::region(ui, bar, cx.tokens().desk, page::Region { id: "top", role: Role::Banner, name: &name }, |ui| {
            top::top_ui(ui, cx, self, bar);
        });
        if let Some(strip) = top::notices_height(self, rest.width()) {
            let strip = page::cut(&mut rest, page::Side::Top, strip);
            top::notices_ui(ui, cx, self, strip);
        }
        let rest = self.turning.shift(ui, rest, theme_still(cx));
        let moment = self.play.as_ref().map(Play::moment);
        match (&mut self.place, &mut self.play, &moment) {
            (Place::Library, ..) => {
                let waiting = self.work.is_busy();
                screens::library::library_ui(
                    ui,
                    cx,
                    rest,
                    &mut self.library,
                    self.shelf.as_ref(),
                    &self.settings,
                    waiting,
                );
            }
            (Place::Briefing(state), ..) => screens::briefing::briefing_ui(ui, cx, rest, state),
            (Place::Desk, Some(play), Some(moment)) => {
                screens::desk::desk_ui(ui, cx, rest, &mut self.desk, play, moment);
            }
            (Place::Form(state), Some(play), Some(_)) => screens::form::form_ui(ui, cx, rest, state, play),
            (Place::Decision(state), Some(play), Some(_)) => {
                let how = (self.committing, self.settings.reveal);
                screens::decision::decision_ui(ui, cx, rest, state, play, how);
            }
            (Place::Reviews(state), ..) => screens::reviews::reviews_ui(ui, cx, rest, state),
            (Place::EndOfTurn, Some(play), Some(_)) => end_of_turn::end_of_turn_ui(ui, cx, rest, play),
            (Place::Debrief(state), ..) => screens::debrief::debrief_ui(ui, cx, rest, state),
            (Place::Reviewing(state), Some(play), Some(_)) => {
                screens::reviewing::reviewing_ui(ui, cx, rest, state, play);
            }
            // A run is taken up before any of these places is shown; if it is gone, the library is where to go on.
            (_, _, _) => cx.act(Act::GoToLibrary),
        }
    }
}

const fn theme_still(cx: &Cx<'_>) -> bool {
    cx.theme.still
}
