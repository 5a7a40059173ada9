//! Whether the name of a scan is what a camera, a scanner or a program gave it, and nobody's.

/// What devices call pictures, and what people call papers; of words that begin alike, the longer one first.
const WORDS: [&str; 30] = [
    "camscanner",
    "screenshot",
    "mmexport",
    "wechat",
    "wx_camera",
    "image",
    "photo",
    "scan",
    "dscn",
    "dscf",
    "dsc",
    "img",
    "pic",
    "微信图片",
    "微信截图",
    "扫描全能王",
    "扫描件",
    "扫描",
    "屏幕截图",
    "截图",
    "照片",
    "图片",
    "新建",
    "文件夹",
    "户口簿",
    "户口本",
    "身份证",
    "学校证明",
    "正面",
    "反面",
];

/// Whether nothing but such words, digits and signs is in the path; its extension counts for nothing.
pub(super) fn is_nobodys(path: &str) -> bool {
    let stem = path.rsplit_once('.').map_or(path, |it| it.0);
    let mut rest = stem.to_lowercase();
    for word in WORDS {
        rest = rest.replace(word, " ");
    }
    !rest.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_camera_calls_a_picture_is_nobodys() {
        for path in [
            "IMG_2034.jpg",
            "扫描件/DSC00017.JPG",
            "微信图片_20230901.png",
            "1.pdf",
        ] {
            assert!(is_nobodys(path), "{path}");
        }
        for path in [
            "王小明.jpg",
            "wangxiaoming.jpg",
            "王小明/IMG_2034.jpg",
            "IMG_王.jpg",
        ] {
            assert!(!is_nobodys(path), "{path}");
        }
    }
}
