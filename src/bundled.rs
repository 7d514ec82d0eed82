//! What is built into the program: forms, policy, holidays, words and scenarios, so that it runs from any folder.

use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};

use crate::diag::Diagnostic;
use crate::policy::Policy;
use crate::scenario::check::Practice;
use crate::scenario::locate;
use crate::scenario::parse;
use crate::scenario::raw;
use crate::source::Source;

static ASSETS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets");
static SCENARIOS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");

/// A text that is built in, with its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// Its path from `assets/` or from the scenario's folder.
    pub name: &'static str,
    pub text: &'static str,
}

/// A scenario that is built in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundled {
    /// The name of its folder, which is its id.
    pub slug: &'static str,
    /// Its files, by name.
    pub files: Vec<Text>,
}

impl Bundled {
    /// The text of one of its files.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&'static str> {
        self.files.iter().find(|file| file.name == name).map(|file| file.text)
    }
}

fn files(folder: &'static Dir<'_>, ending: &str) -> Vec<Text> {
    let mut files: Vec<Text> = folder
        .files()
        .filter_map(|file| {
            let name = file.path().to_str()?;
            Some(Text { name, text: file.contents_utf8()? }).filter(|_| name.ends_with(ending))
        })
        .collect();
    files.sort_unstable_by_key(|file| file.name);
    files
}

/// Every bundled scenario, by name.
#[must_use]
pub fn scenarios() -> Vec<Bundled> {
    let mut all: Vec<Bundled> = SCENARIOS
        .dirs()
        .filter_map(|dir| {
            let slug = dir.path().to_str()?;
            let mut files = files(dir, ".ron");
            for file in &mut files {
                file.name = file.name.rsplit('/').next().unwrap_or(file.name);
            }
            Some(Bundled { slug, files })
        })
        .collect();
    all.sort_unstable_by_key(|scenario| scenario.slug);
    all
}

/// A bundled scenario by its name.
#[must_use]
pub fn scenario(slug: &str) -> Option<Bundled> {
    scenarios().into_iter().find(|scenario| scenario.slug == slug)
}

/// The files of forms, policy and holidays, by name: what a run keeps so that it can be debriefed for ever.
#[must_use]
pub fn practice_texts() -> Vec<Text> {
    ["forms", "policy", "calendar"]
        .into_iter()
        .filter_map(|folder| ASSETS.get_dir(folder))
        .flat_map(|folder| files(folder, ".ron"))
        .collect()
}

/// A file of `assets/`, by its path from there: a font.
#[must_use]
pub fn asset(path: &str) -> Option<&'static [u8]> {
    Some(ASSETS.get_file(path)?.contents())
}

/// The words of the program in a language: `en-GB`. Several files, one a subject, read as one text.
#[must_use]
pub fn words(language: &str) -> Option<&'static str> {
    static ENGLISH: LazyLock<Option<String>> = LazyLock::new(|| words_of("en-GB"));
    if language == "en-GB" { ENGLISH.as_deref() } else { None }
}

/// `text/<language>.ftl`, then whatever lies in `text/<language>/`, by name.
fn words_of(language: &str) -> Option<String> {
    let mut all = ASSETS.get_file(format!("text/{language}.ftl"))?.contents_utf8()?.to_owned();
    for more in ASSETS.get_dir(format!("text/{language}")).map(|folder| files(folder, ".ftl")).into_iter().flatten() {
        all.push('\n');
        all.push_str(more.text);
    }
    Some(all)
}

/// Forms, rules and holidays from their texts, whether built in or kept with a run.
///
/// # Errors
/// What is wrong with them, with places.
pub fn practice_from<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Result<Practice, Vec<Diagnostic>> {
    let mut forms = Vec::new();
    let mut pack = raw::policy::PolicyPack { format: 1, rules: Vec::new() };
    let mut holidays = Vec::new();
    let mut policy_source = None;
    for (name, text) in texts {
        let source = Source::new(name, text);
        if name.ends_with(".forms.ron") {
            forms.extend(parse::forms(&source)?);
        } else if name.ends_with(".policy.ron") {
            pack.rules.extend(parse::policy(&source)?.rules);
            policy_source = Some(source);
        } else {
            holidays.push(parse::holidays(&source)?);
        }
    }
    let policy = Policy::new(pack, &holidays)
        .map_err(|findings| policy_source.map_or_else(Vec::new, |source| locate::locate(&source, findings)))?;
    Ok(Practice { forms: forms.into(), policy: Arc::new(policy) })
}

/// Forms, rules and holidays that are built in.
///
/// # Errors
/// What is wrong with them: a fault of this program, which its tests would have found.
pub fn practice() -> Result<Practice, Vec<Diagnostic>> {
    static PRACTICE: LazyLock<Result<Practice, Vec<Diagnostic>>> =
        LazyLock::new(|| practice_from(practice_texts().iter().map(|text| (text.name, text.text))));
    PRACTICE.clone()
}
