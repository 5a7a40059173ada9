//! A character written as the two or three it is put together from, where a keyboard did not have it: 李王月 for 李玥.

/// Each whole one, and its pieces from left to right or from top to bottom.
const SPLIT: &str = "玥王月 喆吉吉 龑龙天 晗日含 昊日天 旻日文 昕日斤 晟日成 昱日立 昶永日 昀日匀 晔日华 玮王韦 珺王君 琦王奇 琪王其 璐王路 \
     璟王景 璇王旋 瑾王堇 珂王可 玲王令 珈王加 珏王玉 琰王炎 钰金玉 鑫金金金 淼水水水 焱火火火 垚土土土 堃方方土 赟文武贝 翀羽中 翊立羽 \
     骁马尧 骉马马马 婧女青 妍女开 煊火宣 烨火华 炜火韦 焕火奂 煜火昱 晓日尧 皓白告 铭金名 锐金兑 钧金匀 镕金容 彬林彡 颢景页 堉土育 \
     甦更生 犇牛牛牛 昉日方 旸日勿 弢弓中 祎礻韦 翃立羽 彣文彡 赑贝贝贝 槑呆呆";

/// Whether the longer of two names is the other with one character in pieces.
pub(super) fn is_split(short: &[char], long: &[char]) -> bool {
    let same = short.iter().zip(long).take_while(|it| it.0 == it.1).count();
    let Some((whole, behind)) = short[same..].split_first() else {
        return false;
    };
    let Some(pieces) = long[same..].strip_suffix(behind) else {
        return false;
    };
    SPLIT.split_ascii_whitespace().any(|it| {
        let mut of_one = it.chars();
        of_one.next() == Some(*whole) && of_one.eq(pieces.iter().copied())
    })
}
