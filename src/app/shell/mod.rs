//! The window: bevy's loop, its input and its power, with one [`Office`] drawn into it.
//!
//! 1. [`display`] looks whether there is anything to draw on, and says so plainly if not;
//! 2. [`run`] builds the loop; each pass goes to [`Office::ui`];
//! 3. [`access`] brings back what a screen reader asks for, [`keys`] gives each key what was held with it; [`power`]
//!    sleeps until something happens; [`timings`] tells how long the first frame took.

pub mod access;
pub mod display;
pub mod keys;
pub mod power;
pub mod timings;

use std::path::PathBuf;
use std::sync::Arc;

use bevy::app::AppExit;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::settings::{PowerPreference, WgpuSettings};
use bevy::window::{WindowCloseRequested, WindowResolution};
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use bevy_egui::{EguiContexts, EguiPlugin, EguiPrimaryContextPass};

use super::office::{Office, Options};
use super::watch::Watch;
use super::work::{Wake, Work};
use crate::text::{Catalogue, Message};

/// What the command line says of the window.
#[derive(Debug, Clone, Default)]
pub struct Opening {
    pub scenarios: Option<PathBuf>,
    pub data: Option<PathBuf>,
    /// Reads scenarios again that change on the disk.
    pub watch: bool,
    /// Prints how long the first frame took.
    pub timings: bool,
}

/// The office, once it is open. Not to be sent to another thread: it holds what is drawn.
struct Desk(Option<Office>);

/// What watches the scenarios, if they are watched.
struct Watching(Option<Watch>);

/// Opens the window, and stays until it is closed. False if there is nothing to draw on, which was said then.
///
/// # Errors
/// Why no window can be opened, in words.
pub fn run(opening: Opening) -> Result<(), Message> {
    display::look()?;
    let first_frame = timings::FirstFrame::begin(opening.timings);
    display::speak_plainly(&first_frame);
    let title = Catalogue::english().say(&Message::new("app-name"));
    let mut app = App::new();
    let window = Window {
        title,
        name: Some("defensible".into()),
        resolution: WindowResolution::new(1280, 800),
        resize_constraints: bevy::window::WindowResizeConstraints {
            min_width: 640.0,
            min_height: 400.0,
            ..default()
        },
        ..default()
    };
    let settings = WgpuSettings { power_preference: PowerPreference::LowPower, ..default() };
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin { primary_window: Some(window), close_when_requested: false, ..default() })
            .set(RenderPlugin { render_creation: settings.into(), ..default() })
            // What a driver mutters is for whoever asks by RUST_LOG; what a person should know is said in words.
            .set(LogPlugin { filter: "error,wgpu=off,naga=off,bevy_render=off,winit=off".into(), ..default() }),
    );
    app.add_plugins(EguiPlugin { bindless_mode_array_size: None });
    app.insert_resource(power::asleep());
    app.insert_non_send(Desk(None));
    app.insert_non_send(Watching(None));
    app.insert_non_send(Unopened(Some(opening)));
    app.add_systems(Startup, (open, camera));
    app.add_systems(EguiPrimaryContextPass, draw);
    app.add_systems(Update, leave);
    access::plug_in(&mut app);
    keys::plug_in(&mut app);
    power::plug_in(&mut app);
    first_frame.plug_in(&mut app);
    match app.run() {
        AppExit::Success => Ok(()),
        AppExit::Error(_) => Err(Message::new("app-no-window").with("why", String::new())),
    }
}

/// What the command line said, until the office is open.
struct Unopened(Option<Opening>);

/// egui draws onto a camera.
fn camera(mut commands: Commands) {
    commands.spawn(Camera2d);
}

/// Opens the office, now that the loop can be woken.
fn open(
    proxy: Res<EventLoopProxyWrapper>,
    mut unopened: NonSendMut<Unopened>,
    mut desk: NonSendMut<Desk>,
    mut watching: NonSendMut<Watching>,
) {
    let Some(opening) = unopened.0.take() else { return };
    let proxy = (**proxy).clone();
    let wake: Wake = Arc::new(move || {
        // The loop has ended: nobody is there to be woken.
        let _ = proxy.send_event(WinitUserEvent::WakeUp);
    });
    let options = Options { scenarios: opening.scenarios.clone(), data: opening.data.clone(), watch: opening.watch };
    let mut office = Office::open(options, Arc::new(Catalogue::english()), Work::on_threads(Arc::clone(&wake)));
    if let (true, Some(folder)) = (opening.watch, &opening.scenarios) {
        match Watch::begin(folder, wake) {
            Ok(watch) => watching.0 = Some(watch),
            Err(trouble) => office.notice(trouble),
        }
    }
    desk.0 = Some(office);
}

/// One pass: what changed on the disk, then everything that is drawn.
fn draw(
    mut contexts: EguiContexts,
    mut desk: NonSendMut<Desk>,
    watching: NonSend<Watching>,
    mut prepared: Local<bool>,
) -> Result {
    let Some(office) = &mut desk.0 else { return Ok(()) };
    let ctx = contexts.ctx_mut()?;
    if !std::mem::replace(&mut *prepared, true) {
        Office::prepare(ctx);
        // Faces are there from the next pass on.
        ctx.request_repaint();
        return Ok(());
    }
    if watching.0.as_ref().is_some_and(Watch::has_changed) {
        office.changed_on_disk();
    }
    let began = std::time::Instant::now();
    office.pass(ctx);
    timings::drawn(began.elapsed());
    Ok(())
}

/// The window is to be closed: what is half written is kept first.
fn leave(
    mut asked: MessageReader<WindowCloseRequested>,
    mut desk: NonSendMut<Desk>,
    mut exit: MessageWriter<AppExit>,
) {
    let asked = asked.read().next().is_some();
    if asked || desk.0.as_ref().is_some_and(Office::is_leaving) {
        if let Some(office) = &mut desk.0 {
            office.close();
        }
        timings::sum_up();
        desk.0 = None;
        exit.write(AppExit::Success);
    }
}
