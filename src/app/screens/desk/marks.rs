//! Signs of channels, in front of how far something can be relied on.

use crate::app::theme::icons::Icon;
use crate::scenario::raw::Via;

/// The icon of a channel; a document of the file has none of its own. Words stand beside it.
#[must_use]
pub const fn of_channel(via: Option<Via>, voicemail: bool) -> Icon {
    match via {
        Some(Via::Email) => Icon::Mail,
        Some(Via::Phone | Via::Voicemail) if voicemail => Icon::Voicemail,
        Some(Via::Voicemail) => Icon::Voicemail,
        Some(Via::Phone) => Icon::Phone,
        Some(Via::Text) => Icon::MessageSquare,
        Some(Via::Letter) => Icon::ScrollText,
        Some(Via::InPerson | Via::Interview | Via::Meeting) => Icon::Users,
        Some(Via::Visit) => Icon::DoorOpen,
        Some(Via::Video) => Icon::Video,
        Some(Via::System) => Icon::Layers,
        Some(Via::Press) => Icon::Newspaper,
        Some(Via::Overheard) => Icon::Mic,
        Some(Via::Record) => Icon::NotebookText,
        None => Icon::FileText,
    }
}
