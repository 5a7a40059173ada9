//! Which profiles a run may use: the built-in ones, and the one of a file.

use std::sync::Arc;

use roster_model::Said;
use roster_rules::ActiveProfile;
use roster_standard::Profile;

#[cfg(feature = "profile-files")]
use crate::options::profile_files::read;
use crate::wire::{CheckOptions, ProfileFile};

/// The profile that is asked for: the one with the id, be it built in or that of the file; without an id that of
/// the file.
#[derive(Clone, Copy, Debug)]
pub struct WantedProfile<'p> {
    /// Its id.
    pub id: Option<&'p str>,
    /// A file that has one.
    pub file: Option<&'p ProfileFile>,
}

impl<'p> WantedProfile<'p> {
    /// The built-in one with this id.
    pub fn named(id: &'p str) -> Self {
        let (id, file) = (Some(id), None);
        WantedProfile { id, file }
    }

    /// That of a file.
    pub fn of_file(file: &'p ProfileFile) -> Self {
        let (id, file) = (None, Some(file));
        WantedProfile { id, file }
    }

    pub(crate) fn read(self) -> Result<Arc<ActiveProfile>, Said> {
        let profiles = Profiles::read(self.file)?;
        match (self.id, profiles.file) {
            (None, Some(file)) => Ok(file),
            (id, file) => Profiles { file }.by_id(id.unwrap_or_default()),
        }
    }
}

impl<'p> From<&'p CheckOptions> for WantedProfile<'p> {
    fn from(options: &'p CheckOptions) -> Self {
        WantedProfile {
            id: options.profile.as_deref(),
            file: options.profile_file.as_ref(),
        }
    }
}

/// The profiles that can be named.
#[derive(Clone, Debug, Default)]
pub(crate) struct Profiles {
    /// The one of a file.
    pub(crate) file: Option<Arc<ActiveProfile>>,
}

impl Profiles {
    /// Reads the file, or says where it is wrong.
    pub(crate) fn read(file: Option<&ProfileFile>) -> Result<Self, Said> {
        Ok(Profiles {
            file: file.map(understand).transpose()?.map(Arc::new),
        })
    }

    /// The profile with this id, or the sentence that lists those there are.
    pub(crate) fn by_id(&self, id: &str) -> Result<Arc<ActiveProfile>, Said> {
        if let Some(file) = self.file.as_ref().filter(|it| it.id == id) {
            return Ok(Arc::clone(file));
        }
        let built_in = Profile::by_id(id).map(|it| Arc::new(ActiveProfile::from(it)));
        built_in.ok_or_else(|| self.no_profile(id))
    }

    fn no_profile(&self, id: &str) -> Said {
        let file = self.file.iter().map(|it| it.id.as_ref());
        let all = Profile::all().iter().map(|it| it.id.as_ref());
        let list = file.chain(all).collect::<Vec<_>>().join(", ");
        Said::new(
            format!("没有名为“{id}”的模板。可用的模板：{list}。"),
            format!("Unknown profile \"{id}\". Known profiles: {list}."),
        )
    }
}

fn understand(file: &ProfileFile) -> Result<ActiveProfile, Said> {
    match ActiveProfile::unpack(&file.understood) {
        Some(profile) => Ok(profile),
        None => read(file),
    }
}

/// Only a module that reads profile files can say what is wrong with one.
#[cfg(not(feature = "profile-files"))]
fn read(file: &ProfileFile) -> Result<ActiveProfile, Said> {
    let name = &file.name;
    Err(Said::new(
        format!("模板文件“{name}”没有读进来，请再选一次。"),
        format!("Profile file \"{name}\" was not read; choose it again."),
    ))
}
