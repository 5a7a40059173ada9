//! Names as unevenly spread as real ones: surnames by their public shares, given names by rank.
//!
//! That is what the rosters with faults avoid: there everybody is to be told apart, here namesakes
//! have to turn up by themselves. Deliberately no list of whole names.

use crate::roster::names::dotted;
use crate::roster::rng::Rng;

/// Surnames in the order of their published shares, in hundredths of a percent.
const SURNAMES: &[(u32, &str)] = &[
    (790, "李"),
    (740, "王"),
    (700, "张"),
    (540, "刘"),
    (450, "陈"),
    (310, "杨"),
    (230, "赵黄周吴"),
    (165, "徐孙"),
    (130, "胡朱高林何"),
    (100, "郭马罗梁宋"),
    (75, "郑谢韩唐冯于"),
    (60, "董萧程曹袁邓许"),
    (50, "傅沈曾彭吕苏卢蒋蔡魏"),
    (42, "贾丁薛叶阎余潘杜"),
    (37, "戴夏钟汪田任姜范方石"),
    (33, "姚谭廖邹熊金陆"),
    (28, "郝孔白崔康毛邱秦江史"),
    (24, "顾侯邵孟龙万段雷钱"),
    (20, "汤尹黎易常武乔贺赖龚文"),
    (
        14,
        "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边",
    ),
    (2, "仇缪佘逯苟郇宓隗乐区褚晏郗漆蔺司麦敖"),
];
const COMPOUND: [&str; 8] = [
    "欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "令狐", "慕容",
];

/// Characters of given names, the most frequent first; one list in each place of the name.
const BOYS: [&str; 2] = [
    "子浩宇俊梓嘉明文志建国晓泽海天家永佳思伟博春立云金玉德瑞晨洪振旭鹏新星世凯正东亚一少忠光启景逸皓奕书安承昊成绍兆锦宏冠仁艺铭智雨润辰振乐力柏轩佑亦睿宸",
    "轩宇杰豪涵明浩宸鑫华伟辉强平文军林龙阳泽晨峰博鹏飞洋祥睿然航铭哲翔辰凯成勇超磊波斌涛刚建斌勋宏民兵亮昊毅康乐瑞旭东彬海轩诚志生荣清松佑逸恒远琪熙承安帆骏坤",
];
const GIRLS: [&str; 2] = [
    "梓子雨欣佳思诗嘉雅婷静晓丽玉美雪梦春秀若语紫一艺可文慧燕心怡芷悦馨海红小金云佩淑月依艳莉琳晨晴瑞靖凤桂彩瑾珊亚妍书清念沐沁锦伊诺颖婉翠蓉楚宇",
    "涵怡萱欣婷琪妍彤瑶雨蕾琳颖洁静慧雯佳玲悦芳丽燕敏娟霞萍艳娜红梅英莹倩瑜馨语晴凝儿珊莉然诺茜琦月云洋文玉凤兰桐宁蓉薇婕倩晗熙璇露芸嫣菲君媛莲玥瑾妮蓝",
];
const SINGLE: &str = "伟静敏磊洋涛超杰丹鹏婷鑫浩宇雪倩辉勇波斌莹颖琳博帆晨瑶悦睿轩昊阳欣凯旭佳慧燕芳娜飞刚健明亮琪雯蕾萌";

/// Characters outside the old character sets; none of them is a rule's example.
const RARE: &str = "䶮𬱖𬭚𣲗𫍯𬀩𤩽𫖯𫍽𬤊";

/// Draws names.
#[derive(Debug)]
pub(super) struct Names {
    surnames: Vec<&'static str>,
    given: [[Ranked; 2]; 2],
    single: Ranked,
    rare: Vec<char>,
}

/// Characters by rank: the weight of a rank is one through the rank and a few.
#[derive(Debug)]
struct Ranked {
    characters: Vec<char>,
    ends: Vec<u32>,
}

impl Ranked {
    fn new(text: &str) -> Self {
        let characters: Vec<char> = text.chars().collect();
        let mut end = 0;
        let weights = (0..)
            .zip(&characters)
            .map(|(rank, _): (u32, _)| 10_000 / (rank + 4));
        let ends = weights.map(|weight| {
            end += weight;
            end
        });
        Self {
            ends: ends.collect(),
            characters,
        }
    }

    fn draw(&self, rng: &mut Rng) -> char {
        let all = self.ends.last().copied().unwrap_or(0) as usize;
        let at = rng.below(all) as u32;
        self.characters[self.ends.partition_point(|end| *end <= at)]
    }
}

impl Names {
    pub(super) fn new() -> Self {
        let mut surnames = Vec::new();
        for (share, group) in SURNAMES {
            for (at, c) in group.char_indices() {
                let surname = &group[at..at + c.len_utf8()];
                surnames.extend(std::iter::repeat_n(surname, *share as usize));
            }
        }
        for surname in COMPOUND {
            surnames.extend([surname; 2]);
        }
        let pair = |lists: [&str; 2]| lists.map(Ranked::new);
        Self {
            surnames,
            given: [pair(GIRLS), pair(BOYS)],
            single: Ranked::new(SINGLE),
            rare: RARE.chars().collect(),
        }
    }

    pub(super) fn surname(&self, rng: &mut Rng) -> &'static str {
        rng.pick(&self.surnames)
    }

    /// A given name: of two characters, in one case of seven of one.
    pub(super) fn given(&self, rng: &mut Rng, male: bool) -> String {
        if rng.percent(14) {
            return self.single.draw(rng).to_string();
        }
        let [first, second] = &self.given[usize::from(male)];
        let (first, second) = (first.draw(rng), second.draw(rng));
        format!("{first}{second}")
    }

    /// One character of a given name.
    pub(super) fn character(&self, rng: &mut Rng, male: bool) -> char {
        self.given[usize::from(male)][1].draw(rng)
    }

    /// A whole name, three in a hundred with a middle dot.
    pub(super) fn name(&self, rng: &mut Rng, male: bool) -> String {
        if rng.percent(3) {
            return dotted(rng, male);
        }
        let surname = self.surname(rng);
        format!("{surname}{}", self.given(rng, male))
    }

    /// A whole name that ends in a rare character.
    pub(super) fn rare(&self, rng: &mut Rng, male: bool) -> String {
        let start = format!("{}{}", self.surname(rng), self.character(rng, male));
        format!("{start}{}", rng.pick(&self.rare))
    }
}

/// The length of the surname in characters.
pub(super) fn surname_length(name: &str) -> usize {
    if COMPOUND.iter().any(|it| name.starts_with(it)) {
        2
    } else {
        1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_as_uneven_as_real_ones() {
        let (names, mut rng) = (Names::new(), Rng::new(1));
        let drawn: Vec<String> = (0..20_000).map(|_| names.name(&mut rng, true)).collect();
        let li = drawn.iter().filter(|it| it.starts_with('李')).count();
        assert!((1000..2000).contains(&li), "{li}");
        let dots = drawn.iter().filter(|it| it.contains('·')).count();
        assert!((400..800).contains(&dots), "{dots}");
        let mut different = drawn.clone();
        different.sort_unstable();
        different.dedup();
        assert!(
            (8_000..19_000).contains(&different.len()),
            "{}",
            different.len()
        );
    }
}
