//! Which profiles a run may use: the built-in ones, and the one of a file.

use std::sync::Arc;

use roster_model::Said;
use roster_rules::ActiveProfile;
use roster_standard::Profile;

#[cfg(feature = "profile-files")]
use crate::options::profile_files::read;
use crate::wire::ProfileFile;

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

    /// The profile with this id, and without an id that of the file.
    pub(crate) fn one(&self, id: Option<&str>) -> Result<Arc<ActiveProfile>, Said> {
        match (id, &self.file) {
            (None, Some(file)) => Ok(Arc::clone(file)),
            (id, _) => self.by_id(id.unwrap_or_default()),
        }
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
